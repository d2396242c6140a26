package io.github.zweiklick.audit.report;

import io.github.zweiklick.audit.harness.Contact;
import io.github.zweiklick.audit.harness.Exchange;
import io.github.zweiklick.audit.result.PageResult;
import java.util.HashSet;
import java.util.Set;

/**
 * What a page's observations are about. A host is what an audit is made for and is never masked, though names of hosts can
 * look like tokens.
 */
record Subjects(Set<String> hosts) {

    static Subjects of(PageResult page) {
        Set<String> hosts = new HashSet<>();
        page.contacts().contacts().stream().map(Contact::host).forEach(hosts::add);
        page.opinions().forEach(opinion -> hosts.addAll(opinion.hosts()));
        page.contacts().exchanges().stream().map(Exchange::host).forEach(hosts::add);
        return new Subjects(hosts);
    }

    String masked(String subject) {
        return hosts.contains(subject) ? subject : Masking.text(subject);
    }
}
