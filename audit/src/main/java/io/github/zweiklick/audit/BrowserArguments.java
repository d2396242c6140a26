package io.github.zweiklick.audit;

import io.github.zweiklick.ConfigurationException;
import io.github.zweiklick.audit.harness.BrowserOptions;
import io.github.zweiklick.audit.harness.HostList;
import io.github.zweiklick.audit.harness.LoginCookie;
import io.github.zweiklick.audit.judge.SiteConfiguration;
import io.github.zweiklick.audit.result.TrustedHost;
import io.github.zweiklick.audit.visit.ConsentTool;
import io.github.zweiklick.audit.visit.ConsentTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How the browser is started, and what counts as the site's own. */
final class BrowserArguments {
    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{2,3})x([1-9][0-9]{2,3})");

    @Option(
            names = "--first-party",
            paramLabel = "HOST",
            split = ",",
            description = "Further hosts that are the site's own: exact, or *.example.org.")
    List<String> firstParty = List.of();

    @Option(
            names = "--trusted",
            paramLabel = "FILE",
            description = "Hosts that may be contacted without consent, one a line: HOST, a space, the reason."
                    + " They are no findings and stand beside the verdict.")
    @Nullable
    Path trusted;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "The site's own zweiklick.json: the services and hosts it declares. Its own hosts are no findings and"
                            + " stand beside the verdict with their reasons; the rest of the file is not read.")
    @Nullable
    Path config;

    @Option(
            names = "--consent-tools",
            paramLabel = "FILE",
            description =
                    "How the site's own consent tool is asked, as JSON: see docs/audit.md. The common ones are known.")
    @Nullable
    Path consentTools;

    @Option(
            names = "--locale",
            paramLabel = "TAG",
            defaultValue = "de-DE",
            description = "Language the browser asks for. Default: ${DEFAULT-VALUE}")
    String locale = "de-DE";

    @Option(names = "--gpc", description = "With the signal Global Privacy Control.")
    boolean gpc;

    @Option(names = "--no-js", description = "Without scripts: nothing is consented to.")
    boolean withoutScripts;

    @Option(
            names = "--viewport",
            paramLabel = "WxH",
            defaultValue = "1280x900",
            description = "Size of the window in CSS pixels. Default: ${DEFAULT-VALUE}")
    String viewport = "1280x900";

    @Option(
            names = "--login-cookie",
            paramLabel = "FILE",
            description = "Cookies for pages behind a login, one a line: ADDRESS of the site, a space, NAME=VALUE."
                    + " Values are written nowhere.")
    @Nullable
    Path login;

    BrowserOptions options(CommandLine command) {
        Matcher size = SIZE.matcher(viewport);
        if (!size.matches()) {
            throw new ParameterException(command, "--viewport " + viewport + ": a size is written like 1280x900");
        }
        BrowserOptions options = BrowserOptions.standard()
                .languages(locale)
                .window(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)))
                .firstParty(hosts(command).toArray(String[]::new))
                .login(cookies(command));
        options = gpc ? options.withPrivacyControl() : options;
        return withoutScripts ? options.withoutJavaScript() : options;
    }

    private List<String> hosts(CommandLine command) {
        return firstParty.stream()
                .map(host -> host(host)
                        .orElseThrow(() -> new ParameterException(
                                command,
                                "--first-party " + host + ": a host is written like www.example.org or *.example.org")))
                .toList();
    }

    static Optional<String> host(String text) {
        return HostList.read(text);
    }

    List<TrustedHost> trusted(CommandLine command) {
        List<TrustedHost> hosts = new ArrayList<>();
        for (Line line : lines(command, "--trusted", trusted)) {
            String[] parts = line.text().split("\\s+", 2);
            String host = host(parts[0])
                    .orElseThrow(() -> line.wrong(command, "a host is written like www.example.org or *.example.org"));
            if (parts.length < 2) {
                throw line.wrong(command, "write the reason behind the host: it stands in the report");
            }
            hosts.add(new TrustedHost(host, parts[1]));
        }
        return hosts;
    }

    List<ConsentTool> tools(CommandLine command) {
        if (consentTools == null) {
            return ConsentTools.bundled();
        }
        try {
            return ConsentTools.with(consentTools);
        } catch (IllegalArgumentException wrong) {
            throw new ParameterException(command, "--consent-tools: " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new ParameterException(
                    command, "--consent-tools " + consentTools + ": it cannot be read", unreadable);
        }
    }

    SiteConfiguration site(CommandLine command) {
        if (config == null) {
            return SiteConfiguration.none();
        }
        try {
            return SiteConfiguration.read(config);
        } catch (ConfigurationException wrong) {
            throw new ParameterException(command, "--config: " + wrong.getMessage(), wrong);
        } catch (IOException unreadable) {
            throw new ParameterException(command, "--config " + config + ": it cannot be read", unreadable);
        }
    }

    /** Errors name the line and none of its content: that is a secret. */
    private List<LoginCookie> cookies(CommandLine command) {
        List<LoginCookie> cookies = new ArrayList<>();
        for (Line line : lines(command, "--login-cookie", login)) {
            String[] parts = line.text().split("\\s+", 2);
            String[] pair = parts.length < 2 ? new String[0] : parts[1].split("=", 2);
            Optional<String> url = PageOptions.address(parts[0]);
            if (url.isEmpty() || pair.length < 2 || pair[0].isBlank()) {
                throw line.wrong(command, "a cookie is written like https://www.example.org/ NAME=VALUE");
            }
            cookies.add(new LoginCookie(url.get(), pair[0].strip(), pair[1].strip()));
        }
        return cookies;
    }

    /** A line of a file that says something. */
    record Line(String option, Path file, int number, String text) {
        ParameterException wrong(CommandLine command, String how) {
            return new ParameterException(command, option + " " + file + ", line " + number + ": " + how);
        }
    }

    static List<Line> lines(CommandLine command, String option, @Nullable Path file) {
        if (file == null) {
            return List.of();
        }
        try {
            List<Line> lines = new ArrayList<>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                String text = line.strip();
                if (!text.isEmpty() && !text.startsWith("#")) {
                    lines.add(new Line(option, file, number, text));
                }
            }
            return lines;
        } catch (IOException unreadable) {
            throw new ParameterException(command, option + " " + file + ": it cannot be read", unreadable);
        }
    }
}
