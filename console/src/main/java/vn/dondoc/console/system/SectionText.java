package vn.dondoc.console.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.page.Display;
import vn.dondoc.contracts.api.Systems;
import vn.dondoc.contracts.api.Tasks;
import vn.dondoc.contracts.event.TimeClass;
import vn.dondoc.contracts.event.WorkState;

/** Words to be pasted into a system, section by section, and task by task. */
@Component
class SectionText {

    private final MessageSource messages;
    private final Display display;

    SectionText(MessageSource messages, Display display) {
        this.messages = messages;
        this.display = display;
    }

    /** @param many how many tasks it is about */
    record Section(String name, int many, String words) {}

    /** What is done, what is going on, what is late and what nothing is known of; empty ones are left out. */
    List<Section> sections(List<Systems.Row> rows) {
        var sections = new ArrayList<Section>();
        add(sections, "done", rows, row -> isDone(row));
        add(sections, "late", rows, row -> !isDone(row) && row.timeClass() == TimeClass.OVERDUE);
        add(sections, "running", rows, row -> !isDone(row) && row.timeClass() != TimeClass.OVERDUE && row.note() != null);
        add(sections, "silent", rows, row -> !isDone(row) && row.timeClass() != TimeClass.OVERDUE && row.note() == null);
        return sections;
    }

    /** What is known of one task, in a sentence with its figures and its product. */
    String words(Systems.Row row) {
        var parts = new ArrayList<String>();
        if (row.note() != null) {
            parts.add(row.note());
        }
        row.figures().stream().map(Tasks.FigureTold::figure).map(display::told).forEach(parts::add);
        if (row.percent() != null) {
            parts.add(say("system.words.percent", row.percent()));
        }
        if (row.documentNumber() != null) {
            parts.add(row.documentDate() == null ? row.documentNumber() : say("system.words.document", row.documentNumber(), display.day(row.documentDate())));
        }
        return parts.isEmpty() ? say("system.words.none") : String.join("; ", parts);
    }

    private void add(List<Section> sections, String name, List<Systems.Row> rows, Predicate<Systems.Row> of) {
        var own = rows.stream().filter(of).toList();
        if (!own.isEmpty()) {
            var lines = own.stream().map(row -> say("system.words.line", row.code() == null ? "–" : row.code(), row.title(), words(row))).collect(Collectors.joining("\n"));
            sections.add(new Section(name, own.size(), lines));
        }
    }

    private static boolean isDone(Systems.Row row) {
        return row.workState() == WorkState.COMPLETED || row.workState() == WorkState.SUBMITTED;
    }

    private String say(String key, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, LocaleContextHolder.getLocale()));
    }
}
