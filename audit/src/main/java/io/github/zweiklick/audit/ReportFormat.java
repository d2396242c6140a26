package io.github.zweiklick.audit;

import io.github.zweiklick.audit.pdf.PdfReport;
import io.github.zweiklick.audit.report.CiReport;
import io.github.zweiklick.audit.report.HtmlReport;
import io.github.zweiklick.audit.report.InspectionFile;
import io.github.zweiklick.audit.report.JsonReport;
import io.github.zweiklick.audit.report.TextReport;
import io.github.zweiklick.audit.result.AuditResult;
import io.github.zweiklick.catalogue.Catalogue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A form a report is written in. */
enum ReportFormat {
    /** A few lines a page. */
    TEXT("report.txt") {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) {
            PrintWriter lines = new PrintWriter(out);
            TextReport.write(result, lines);
            lines.flush();
        }
    },
    /** What an officer reads and files. */
    HTML(HtmlReport.FILE) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException {
            HtmlReport.write(result, out);
        }
    },
    /** All of it, for programs. */
    JSON(JsonReport.FILE) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException {
            JsonReport.write(result, out);
        }
    },
    /** As the regulator's tool would have told it. */
    INSPECTION(InspectionFile.FILE) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException {
            InspectionFile.write(result, catalogue, out);
        }
    },
    /** For code hosts. */
    SARIF(CiReport.SARIF) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException {
            CiReport.sarif(result, out);
        }
    },
    /** For CI systems. */
    JUNIT(CiReport.JUNIT) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException {
            CiReport.junit(result, out);
        }
    },
    /** What an officer files and hands on. */
    PDF(PdfReport.FILE) {
        @Override
        void write(AuditResult result, Catalogue catalogue, Writer out) {
            throw new UnsupportedOperationException("a PDF is no text");
        }

        @Override
        void write(AuditResult result, Catalogue catalogue, Path file) throws IOException {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                PdfReport.write(result, out);
            }
        }
    };

    static final List<ReportFormat> FILES = List.of(values());

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    boolean isForTerminals() {
        return this == TEXT || this == JSON;
    }

    abstract void write(AuditResult result, Catalogue catalogue, Writer out) throws IOException;

    void write(AuditResult result, Catalogue catalogue, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(result, catalogue, out);
        }
    }
}
