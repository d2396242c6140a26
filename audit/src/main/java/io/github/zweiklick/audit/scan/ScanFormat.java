package io.github.zweiklick.audit.scan;

import io.github.zweiklick.audit.format.EditorLines;
import io.github.zweiklick.audit.format.JUnitWriter;
import io.github.zweiklick.audit.format.SarifWriter;
import java.io.IOException;
import java.io.Writer;

/** A form in which a scan is told. */
public enum ScanFormat {
    /** {@code path:line:column: message}, a line for each part. */
    TEXT("scan.txt") {
        @Override
        public void write(ScanResult result, Writer out) throws IOException {
            for (Scanned one : result.scanned()) {
                for (Scanned.Found found : one.found()) {
                    out.write(EditorLines.line(one.checked(), found.problem()) + "\n");
                }
            }
        }
    },
    /** All of it, for programs. */
    JSON("scan.json") {
        @Override
        public void write(ScanResult result, Writer out) throws IOException {
            ScanJson.write(result, out);
        }
    },
    /** For code hosts and editors. */
    SARIF("scan.sarif") {
        @Override
        public void write(ScanResult result, Writer out) throws IOException {
            SarifWriter.write(result.checks(), out);
        }
    },
    /** For CI systems. */
    JUNIT("scan.junit.xml") {
        @Override
        public void write(ScanResult result, Writer out) throws IOException {
            JUnitWriter.write(result.checks(), out);
        }
    };

    private final String file;

    ScanFormat(String file) {
        this.file = file;
    }

    /** Name of the file where a folder is written. */
    public String file() {
        return file;
    }

    /** @throws IOException of the writer, which stays open */
    public abstract void write(ScanResult result, Writer out) throws IOException;
}
