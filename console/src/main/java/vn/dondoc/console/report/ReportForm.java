package vn.dondoc.console.report;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import vn.dondoc.console.page.Numbers;
import vn.dondoc.contracts.api.Reports;
import vn.dondoc.contracts.id.TaskId;

/**
 * The form of a report as it lies before somebody: what was typed, else what is kept of it, else what was sent last, else what is recorded.
 * Each section carries the version that it was written on and the text that stood there.
 */
public final class ReportForm {

    static final String ESTIMATED = " (ước)";

    private static final String SENT = "ReportSubmitted";
    private static final String TASK = "task-";
    private static final String TARGET = "target-";
    private static final String QUESTION = "question-";

    private final Reports.Obligation report;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<String, String> before = new LinkedHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private boolean nothing;
    private @Nullable String told;
    private @Nullable String why;
    private @Nullable String day;
    private @Nullable String form;

    /** Somebody else wrote the same section in the meantime. */
    public record Conflict(String section, String mine, String theirs, @Nullable String positionTitle) {}

    private ReportForm(Reports.Obligation report) {
        this.report = report;
    }

    static ReportForm prefilled(Reports.Obligation report) {
        var form = new ReportForm(report);
        var sent = report.submission();
        form.nothing = sent != null && sent.nothingToReport();
        if (sent != null) {
            form.put("results", sent.results());
            form.put("difficulties", sent.difficulties());
            form.put("proposals", sent.proposals());
            form.put("matters", sent.matters() == null ? null : String.join("\n", sent.matters()));
            form.put("next-steps", sent.nextSteps());
        }
        report.form().forEach(line -> form.put(TASK + line.task(), line.result()));
        report.figures().forEach(line -> form.put(TARGET + line.target(), figure(line.value(), line.estimated())));
        for (var at = 0; sent != null && sent.answers() != null && at < sent.answers().size(); at++) {
            form.put(QUESTION + at, sent.answers().get(at).answer());
        }
        var since = sentAt(report);
        report.draft().forEach(section -> {
            form.versions.put(section.name(), section.version());
            if (since.filter(at -> at.isAfter(section.at())).isEmpty()) {
                form.put(section.name(), section.text());
            }
        });
        form.texts.forEach((section, text) -> form.before.put(section, text));
        return form;
    }

    /** With the last words that were recorded of each task, where the report says nothing of it yet. */
    ReportForm with(Map<TaskId, String> words) {
        words.forEach((task, text) -> {
            var section = TASK + task;
            if (texts.containsKey(section) && text(section).isEmpty()) {
                put(section, text);
                before.put(section, text);
            }
        });
        return this;
    }

    /** What was typed, over what the page showed; a section that the page did not show stays as it is kept. */
    static ReportForm typed(Reports.Obligation report, MultiValueMap<String, String> parameters) {
        var form = prefilled(report);
        form.nothing = Boolean.parseBoolean(parameters.getFirst("nothingToReport"));
        form.told = parameters.getFirst("source");
        form.why = parameters.getFirst("reason");
        form.day = parameters.getFirst("lastDay");
        form.form = parameters.getFirst("key");
        form.take("results", parameters.getFirst("results"), parameters);
        form.take("difficulties", parameters.getFirst("difficulties"), parameters);
        form.take("proposals", parameters.getFirst("proposals"), parameters);
        form.take("matters", parameters.getFirst("matters"), parameters);
        form.take("next-steps", parameters.getFirst("nextSteps"), parameters);
        form.takeAll(TASK, parameters.get("task"), parameters.get("line"), parameters);
        var estimated = parameters.getOrDefault("estimated", List.of());
        var targets = parameters.getOrDefault("target", List.of());
        var figures = parameters.getOrDefault("figure", List.of());
        for (var at = 0; at < Math.min(targets.size(), figures.size()); at++) {
            var figure = figures.get(at).strip();
            form.take(TARGET + targets.get(at), figure.isEmpty() || !estimated.contains(targets.get(at)) ? figure : figure + ESTIMATED, parameters);
        }
        var answers = parameters.getOrDefault("answer", List.of());
        for (var at = 0; at < answers.size(); at++) {
            form.take(QUESTION + at, answers.get(at), parameters);
        }
        return form;
    }

    private void takeAll(String prefix, @Nullable List<String> ids, @Nullable List<String> values, MultiValueMap<String, String> parameters) {
        for (var at = 0; ids != null && values != null && at < Math.min(ids.size(), values.size()); at++) {
            take(prefix + ids.get(at), values.get(at), parameters);
        }
    }

    /** What was not touched follows what others wrote since the page was made. */
    private void take(String section, @Nullable String typed, MultiValueMap<String, String> parameters) {
        if (typed == null) {
            return;
        }
        var was = parameters.getFirst("w-" + section);
        var version = parameters.getFirst("v-" + section);
        var text = typed.replace("\r\n", "\n").strip();
        if (was != null && was.replace("\r\n", "\n").strip().equals(text)) {
            // what is recorded of a task was shown, and nobody wrote anything else
            texts.computeIfPresent(section, (_, kept) -> kept.isEmpty() ? text : kept);
            return;
        }
        texts.put(section, text);
        if (version != null && version.matches("\\d{1,9}")) {
            versions.put(section, Long.parseLong(version));
            changed.add(section);
        }
    }

    /** Sections that were written on this page and are to be kept. */
    List<String> changed() {
        return List.copyOf(changed);
    }

    /** Somebody else was first: both texts are shown, and what is kept next was written on theirs. */
    void conflict(String section, Reports.Section theirs) {
        conflicts.add(new Conflict(section, text(section), theirs.text(), theirs.positionTitle()));
        versions.put(section, theirs.version());
        before.put(section, theirs.text());
    }

    void kept(Reports.Section section) {
        versions.put(section.name(), section.version());
        before.put(section.name(), section.text());
    }

    public List<Conflict> conflicts() {
        return List.copyOf(conflicts);
    }

    public @Nullable Conflict conflict(String section) {
        return conflicts.stream().filter(one -> one.section().equals(section)).findFirst().orElse(null);
    }

    public String text(String section) {
        return texts.getOrDefault(section, "");
    }

    public long version(String section) {
        return versions.getOrDefault(section, 0L);
    }

    /** The text that the page showed, by which is found whether somebody changed it. */
    public String was(String section) {
        return before.getOrDefault(section, "");
    }

    public String figure(String target) {
        var text = text(TARGET + target);
        return text.endsWith(ESTIMATED) ? text.substring(0, text.length() - ESTIMATED.length()) : text;
    }

    public boolean estimated(String target) {
        return text(TARGET + target).endsWith(ESTIMATED);
    }

    public boolean isNothing() {
        return nothing;
    }

    public @Nullable String source() {
        return told;
    }

    public @Nullable String reason() {
        return why;
    }

    public @Nullable String lastDay() {
        return day;
    }

    @Nullable String key() {
        return form;
    }

    Reports.Submission submission() {
        var lines = report.form().stream()
                .map(was -> new Reports.TaskLine(was.task(), was.ordinal(), was.title(), was.timeClass(), orNull(text(TASK + was.task())))).toList();
        var figures = report.figures().stream().map(was -> new Reports.FigureLine(
                was.target(), was.name(), was.operator(), was.goal(), was.unit(), Numbers.of(figure(was.target().value())), estimated(was.target().value()),
                was.lastYear())).toList();
        var answers = new ArrayList<Reports.QuestionAnswer>();
        for (var at = 0; at < report.questions().size(); at++) {
            answers.add(new Reports.QuestionAnswer(report.questions().get(at).text(), orNull(text(QUESTION + at))));
        }
        var matters = text("matters").lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return new Reports.Submission(
                nothing, orNull(text("results")), orNull(text("difficulties")), orNull(text("proposals")), nothing ? List.of() : lines,
                matters, orNull(text("next-steps")), nothing ? List.of() : figures, nothing ? List.of() : answers, orNull(told));
    }

    /** Figures that are no numbers: shown again as they were typed. */
    List<String> unreadable() {
        return report.figures().stream().map(line -> figure(line.target().value())).filter(text -> !text.isBlank() && Numbers.of(text) == null).toList();
    }

    private void put(String section, @Nullable String text) {
        texts.put(section, text == null ? "" : text);
    }

    private static String figure(@Nullable BigDecimal value, boolean estimated) {
        return value == null ? "" : value.toPlainString().replace('.', ',') + (estimated ? ESTIMATED : "");
    }

    private static Optional<Instant> sentAt(Reports.Obligation report) {
        return report.history().stream().filter(entry -> entry.type().equals(SENT)).map(Reports.Entry::at).max(Comparator.naturalOrder());
    }

    private static @Nullable String orNull(@Nullable String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }
}
