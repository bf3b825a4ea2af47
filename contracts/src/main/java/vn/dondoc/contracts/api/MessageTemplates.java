package vn.dondoc.contracts.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.Lists;

/** The words that messages are made of. */
public final class MessageTemplates {

    private MessageTemplates() {}

    /** Subject and text of a message. */
    public record Words(String subject, String text) {}

    /**
     * A template in both languages.
     *
     * @param key "task.due-soon", "report.overdue.responsible"
     * @param version changes with every word of it
     */
    public record Template(String key, Words vi, Words en, String version) {}

    /** @param version changes with every word of any of them */
    public record All(String version, List<Template> templates) {

        public All {
            templates = Lists.orEmpty(templates);
        }
    }

    /**
     * A template, and the newest message that was made of it.
     *
     * @param vi filled; null where the branch has no such message
     * @param en the same
     */
    public record Preview(Template template, @Nullable Words vi, @Nullable Words en) {}
}
