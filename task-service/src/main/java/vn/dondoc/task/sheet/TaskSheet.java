package vn.dondoc.task.sheet;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.dondoc.contracts.id.PlanId;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.task.assignment.Assignment;
import vn.dondoc.task.deadline.TimeClasses;
import vn.dondoc.task.planning.PublishedPlans;

/** A list of tasks as rows of a sheet. */
public final class TaskSheet {

    private static final List<String> COLUMNS = List.of(
            "number", "ordinal", "task", "lead", "coordinating", "product", "deadline", "firstDay", "timeClass", "days", "workState", "submittedOn",
            "commune", "plan");
    private static final List<Integer> WIDTHS = List.of(6, 8, 60, 30, 30, 30, 16, 16, 18, 14, 18, 14, 24, 50);

    private final Words words;
    private final Directory directory;
    private final PublishedPlans plans;
    private final LocalDate today;
    private final Map<PlanId, String> titles = new HashMap<>();
    private int written;

    /** @param today the day as of which tasks stand, Asia/Ho_Chi_Minh */
    public TaskSheet(Words words, Directory directory, PublishedPlans plans, LocalDate today) {
        this.words = words;
        this.directory = directory;
        this.plans = plans;
        this.today = today;
    }

    public List<TextWorkbook.Column> columns() {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(at -> new TextWorkbook.Column(words.say("sheet." + COLUMNS.get(at)), WIDTHS.get(at))).toList();
    }

    public List<String> row(Assignment task) {
        var planned = task.planned();
        var lastDay = task.lastDay();
        var extension = task.extension();
        var open = task.work().submittedOn() == null && lastDay != null;
        written++;
        return List.of(
                Integer.toString(written),
                planned.ordinal() == null ? "" : planned.ordinal(),
                planned.title(),
                names(planned.lead()),
                names(planned.coordinating()),
                planned.product() == null ? "" : planned.product(),
                words.deadline(lastDay, planned.due()),
                extension == null ? "" : words.day(extension.firstDay()),
                words.of(TimeClasses.of(lastDay, task.work().state(), task.work().submittedOn(), today)),
                open ? Long.toString(ChronoUnit.DAYS.between(today, lastDay)) : "",
                words.of(task.work().state()),
                words.day(task.work().submittedOn()),
                directory.nameOf(task.commune()),
                titles.computeIfAbsent(planned.plan(), plan -> plans.titleOf(plan).orElse("")));
    }

    private String names(List<UnitId> units) {
        return units.stream().map(directory::nameOf).collect(Collectors.joining("; "));
    }
}
