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
     * As a short message.
     *
     * @param configured whether the installation sends any
     * @param text with its marks
     * @param plain as it is sent: without marks, cut where it is too long
     * @param length the room that it takes, of the room that one message has
     * @param segments how many it is paid as
     */
    public record Short(boolean configured, String text, String plain, int length, int longest, int segments, boolean cut) {}

    /** What stands in a field of a template that is registered with Zalo, and how long it may be. */
    public record Field(String name, String value, int length, int longest) {}

    /**
     * As a message on Zalo: the words are registered there, and fields are filled in.
     *
     * @param configured whether the installation sends any
     * @param template id of it; empty where none is registered
     */
    public record Registered(boolean configured, String template, List<Field> fields) {

        public Registered {
            fields = Lists.orEmpty(fields);
        }
    }

    /**
     * A template, and the newest message that was made of it.
     *
     * @param vi filled; null where the branch has no such message
     * @param en the same
     * @param sms the same message as a short one
     * @param zalo the same message on Zalo
     */
    public record Preview(Template template, @Nullable Words vi, @Nullable Words en, @Nullable Short sms, @Nullable Registered zalo) {}
}
