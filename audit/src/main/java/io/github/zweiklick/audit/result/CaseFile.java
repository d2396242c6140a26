package io.github.zweiklick.audit.result;

import java.time.ZoneId;
import java.util.Locale;

/**
 * What the examiner says of the audit. Empty where nothing was said: the report leaves room to write it.
 *
 * @param occasion why it was made
 * @param fileNumber under which it is filed
 * @param examiner who made it
 * @param selection how the pages were chosen
 * @param language of the report
 */
public record CaseFile(
        String occasion, String fileNumber, String examiner, String selection, ZoneId zone, Locale language) {}
