package vn.dondoc.acceptance.faults;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bson.Document;
import tools.jackson.databind.JsonNode;

/** Facts and cells, counted anew from the topics by rules written down here once more, and compared with what reporting-service has. */
final class Recounted {

    private static final int DUE_SOON_DAYS = 7;

    private final Map<String, String> facts = new HashMap<>();
    private final Map<String, Map<String, Long>> cells = new HashMap<>();

    Recounted(Books books) {
        books.newest().values().forEach(this::count);
    }

    /** The number of the model that figures come from; it grows with each rebuild. */
    static int model(MongoDatabase reporting) {
        var models = reporting.getCollection("models").find().first();
        return models == null ? 1 : models.getInteger("current", 1);
    }

    private static MongoCollection<Document> current(MongoDatabase reporting, String name) {
        var model = model(reporting);
        return reporting.getCollection(model == 1 ? name : name + "_" + model);
    }

    List<String> differences(MongoDatabase reporting) {
        var differences = new ArrayList<String>();
        var storedFacts = new HashMap<String, String>();
        current(reporting, "facts").find().forEach(fact -> storedFacts.put(
                fact.getString("_id"), fact(fact.get("sequence", Number.class).longValue(), new TreeSet<>(fact.getList("counted", String.class)))));
        var storedCells = new HashMap<String, Map<String, Long>>();
        current(reporting, "cells").find().forEach(cell -> storedCells.put(cell.getString("_id"), counts(cell)));
        compare("fact", facts, storedFacts, "none", differences);
        compare("cell", cells, storedCells, Map.of(), differences);
        return differences;
    }

    private static <V> void compare(String kind, Map<String, V> wanted, Map<String, V> stored, V none, List<String> differences) {
        var all = new HashSet<>(wanted.keySet());
        all.addAll(stored.keySet());
        for (var id : all) {
            var counted = wanted.getOrDefault(id, none);
            var found = stored.getOrDefault(id, none);
            if (!counted.equals(found)) {
                differences.add(kind + " " + id + ": counted " + counted + ", stored " + found);
            }
        }
    }

    private static Map<String, Long> counts(Document cell) {
        var counts = new TreeMap<String, Long>();
        var stored = cell.get("counts", Document.class);
        if (stored != null) {
            stored.forEach((name, number) -> {
                if (((Number) number).longValue() != 0) {
                    counts.put(name, ((Number) number).longValue());
                }
            });
        }
        return counts;
    }

    private void count(Books.Told told) {
        var state = told.state();
        var task = told.subject().startsWith("assignments/");
        var counted = task ? ofTask(state) : ofReport(state, told.at());
        facts.put((task ? "task/" : "report/") + state.path("id").asString(), fact(told.sequence(), counted));
        var units = new HashSet<String>();
        if (task) {
            state.path("lead").forEach(unit -> units.add(unit.asString()));
        } else {
            units.add(state.path("unit").asString());
        }
        var commune = state.path("province").asString() + "/" + state.path("commune").asString();
        var plan = commune + "/" + state.path("plan").asString();
        var days = task ? daysToOpen(state) : -1;
        add(commune, counted, days);
        add(plan, counted, days);
        units.forEach(unit -> add(plan + "/" + unit, counted, days));
    }

    /** Below 0 where it was not opened on a known day, or counts nowhere. */
    private static long daysToOpen(JsonNode task) {
        var assigned = task.path("assignedOn").asString("");
        var opened = task.path("openedOn").asString("");
        return assigned.isEmpty() || opened.isEmpty() || task.path("workState").asString().equals("cancelled")
                ? -1
                : Math.max(0, ChronoUnit.DAYS.between(LocalDate.parse(assigned), LocalDate.parse(opened)));
    }

    private void add(String cell, Set<String> counted, long daysToOpen) {
        var counts = cells.computeIfAbsent(cell, _ -> new TreeMap<>());
        counted.forEach(counter -> counts.merge(counter.toLowerCase(java.util.Locale.ROOT), 1L, Long::sum));
        if (daysToOpen >= 0) {
            counts.merge("task_opened", 1L, Long::sum);
        }
        if (daysToOpen > 0) {
            counts.merge("task_days_to_open", daysToOpen, Long::sum);
        }
    }

    private static String fact(long sequence, Set<String> counted) {
        return sequence + " " + counted;
    }

    private static Set<String> ofTask(JsonNode task) {
        var counted = new TreeSet<String>();
        var timeClass = task.path("timeClass").asString();
        var workState = task.path("workState").asString();
        if (workState.equals("cancelled")) {
            return counted;
        }
        counted.add("TASK_" + timeClass.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        if (timeClass.equals("overdue") && task.path("overdueBeforeEntry").asBoolean(false)) {
            counted.add("TASK_OVERDUE_BEFORE_ENTRY");
        }
        if ((workState.equals("not-started") || workState.equals("in-progress")) && !task.path("opened").asBoolean(false)) {
            counted.add("TASK_NEVER_OPENED");
        }
        if (workState.equals("submitted")) {
            counted.add("TASK_AWAITING_ACCEPTANCE");
        }
        return counted;
    }

    private static Set<String> ofReport(JsonNode report, String at) {
        var lastDay = LocalDate.parse(report.path("lastDay").asString());
        return Set.copyOf(switch (report.path("status").asString()) {
            case "open" -> List.of("REPORT_OPEN");
            case "due-soon" -> List.of("REPORT_DUE_SOON");
            case "overdue" -> List.of("REPORT_OVERDUE");
            case "submitted" -> List.of("REPORT_IN_TIME");
            case "submitted-late" -> List.of("REPORT_LATE");
            case "accepted" -> List.of(LocalDate.parse(report.path("submittedOn").asString()).isAfter(lastDay) ? "REPORT_LATE" : "REPORT_IN_TIME");
            case "returned" -> {
                var left = ChronoUnit.DAYS.between(LocalDate.ofInstant(Instant.parse(at), Landscape.ZONE), lastDay);
                yield List.of(left < 0 ? "REPORT_OVERDUE" : left <= DUE_SOON_DAYS ? "REPORT_DUE_SOON" : "REPORT_OPEN");
            }
            default -> List.of();
        });
    }
}
