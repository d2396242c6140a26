package io.github.zweiklick.audit.result;

import io.github.zweiklick.audit.harness.Step;
import io.github.zweiklick.audit.harness.StorageDump;
import java.time.Instant;

/**
 * The end of one part of a visit.
 *
 * @param stored what lay in the browser then
 */
public record StepResult(Step step, Instant ended, StorageDump stored) {}
