package vn.dondoc.reading.understanding;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.reading.Source;
import vn.dondoc.reading.Task;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Makes tasks from what was found, reads their due and budget, and tells of deadlines that cannot be read. */
final class TaskMaker {

    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,3}(?:[. ]\\d{3})+|\\d+)(?:,(\\d+))?");

    /** "60 triệu đồng/nhà" is no sum. */
    private static final Pattern PER_PIECE = Pattern.compile("(?:đồng|đ|tr)\\s*/\\s*(?!năm)\\p{L}");

    private final DueReader dueReader;
    private final BiConsumer<Task, Source> unreadable;

    TaskMaker(DueReader dueReader, BiConsumer<Task, Source> unreadable) {
        this.dueReader = dueReader;
        this.unreadable = unreadable;
    }

    Task make(Item item, String title, Assignment assignment, boolean prose) {
        double confidence = prose ? 0.7 : assignment.lead().isEmpty() ? 0.6 : 0.95;
        String reason = prose ? "assigned-in-prose" : assignment.lead().isEmpty() ? "item-of-task-list" : "named-parts";
        List<Item> above = item.ancestors();
        String group = above.isEmpty() ? null : PlannedWork.titleOf(above.getFirst().text());
        return make(item.ordinal(), title, assignment, 1L, group, item.source(), confidence, reason);
    }

    /** The budget counts in the given unit of dong unless it names its own; 0 where the unit is not known. */
    Task make(@Nullable String ordinal, String title, Assignment assignment, long budgetUnit, @Nullable String group, Source source,
            double confidence, String reason) {
        String words = assignment.due();
        DueReader.Outcome outcome = words == null ? DueReader.Outcome.NOTHING : dueReader.read(words);
        Task task = new Task(ordinal, title, assignment.lead(), assignment.coordinating(), assignment.product(),
                budget(assignment.budget(), budgetUnit), outcome.due(), group, words, source,
                outcome.unreadable() ? Math.min(confidence, 0.4) : confidence, outcome.unreadable() ? "due-unreadable" : reason);
        if (outcome.unreadable()) {
            unreadable.accept(task, source);
        }
        return task;
    }

    static @Nullable Long budget(@Nullable String words, long unit) {
        if (words == null) {
            return null;
        }
        String folded = Fold.fold(words);
        Matcher amount = Search.in(AMOUNT, folded);
        long times = unitIn(folded, unit);
        if (!amount.find() || times == 0 || Search.finds(PER_PIECE, folded)) {
            return null;
        }
        String figures = amount.group(1).replaceAll("[. ]", "") + (amount.group(2) == null ? "" : "." + amount.group(2));
        return new java.math.BigDecimal(figures).multiply(java.math.BigDecimal.valueOf(times)).longValue();
    }

    /** How many dong the unit named in a text is worth, or the other unit where it names none. */
    static long unitIn(String folded, long otherwise) {
        if (folded.contains("tỷ") || folded.contains("tỉ đồng")) {
            return 1_000_000_000L;
        }
        if (folded.contains("triệu") || folded.contains("trđ")) {
            return 1_000_000L;
        }
        if (folded.contains("nghìn") || folded.contains("ngàn") || folded.contains("1.000")) {
            return 1_000L;
        }
        return folded.contains("đồng") || folded.contains("vnđ") || folded.matches(".*\\d\\s*đ(?![\\p{L}\\d]).*") ? 1L : otherwise;
    }
}
