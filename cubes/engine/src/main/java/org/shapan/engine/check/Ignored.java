package org.shapan.engine.check;

/** Attributes and elements that are known and have no effect here: hints. */
final class Ignored implements Rule {
    @Override
    public void check(Subject subject, Findings findings) {
        subject.definition()
                .ignored()
                .forEach(notice -> findings.hint(
                        notice.place(),
                        notice.text(),
                        "Take it out, or leave it for other servers that read the file"));
    }
}
