package io.github.zweiklick.audit;

import io.github.zweiklick.audit.result.CaseFile;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the examiner says of the audit. */
final class CaseOptions {
    @Option(names = "--occasion", paramLabel = "TEXT", description = "Why the audit is made.")
    String occasion = "";

    @Option(names = "--file-number", paramLabel = "TEXT", description = "Under which it is filed.")
    String fileNumber = "";

    @Option(names = "--examiner", paramLabel = "NAME", description = "Who makes it.")
    String examiner = "";

    @Option(
            names = "--selection",
            paramLabel = "TEXT",
            description = "How the pages were chosen, where you chose them.")
    String selection = "";

    @Option(names = "--language", paramLabel = "TAG", description = "Of the report: de or en. Default: de")
    String language = "de";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Time zone of the report. Default: this machine's")
    String zone = "";

    CaseFile file(CommandLine command, String chosen) {
        if (!language.equals("de") && !language.equals("en")) {
            throw new ParameterException(command, "--language " + language + ": reports are written in de or en");
        }
        try {
            return new CaseFile(
                    occasion,
                    fileNumber,
                    examiner,
                    selection.isEmpty() ? chosen : selection,
                    zone.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(zone),
                    Locale.forLanguageTag(language));
        } catch (DateTimeException unknown) {
            throw new ParameterException(
                    command, "--zone " + zone + ": a time zone is written like Europe/Berlin", unknown);
        }
    }
}
