package vn.dondoc.plan.draft;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.event.EventJson;
import vn.dondoc.plan.naming.UnitNames;
import vn.dondoc.plan.rules.BrokenRules;

/** Applies a merge patch to the content of a draft: what is left out of a row takes its usual value, new names are resolved. */
final class Corrections {

    private static final JsonMapper JSON = EventJson.mapper();

    private final UnitNames names;
    private final BrokenRules broken;

    Corrections(UnitNames names, BrokenRules broken) {
        this.names = names;
        this.broken = broken;
    }

    /** The content after it; the old one where the patch is no content at all, and then something is broken. */
    Plans.Content applied(Plans.Content before, JsonNode body) {
        var patch = body.get("content");
        if (!broken.require(patch != null && patch.isObject(), "content", "CONTENT_MISSING") || patch == null) {
            return before;
        }
        try {
            var merged = JSON.treeToValue(MergePatch.applied(JSON.valueToTree(before), patch), Plans.Content.class);
            return completed(merged, before);
        } catch (DatabindException unreadable) {
            broken.add("content" + pathOf(unreadable), "VALUE_UNREADABLE");
        } catch (JacksonException unreadable) {
            broken.add("content", "VALUE_UNREADABLE");
        }
        return before;
    }

    private static String pathOf(DatabindException unreadable) {
        var path = new StringBuilder();
        for (var step : unreadable.getPath()) {
            path.append(step.getPropertyName() == null ? "[" + step.getIndex() + "]" : "." + step.getPropertyName());
        }
        return path.toString();
    }

    private Plans.Content completed(Plans.Content merged, Plans.Content before) {
        var known = namesIn(before);
        return new Plans.Content(
                merged.document() == null ? new Plans.Heading(null, null, null, null, null, null, null) : merged.document(),
                new RowNumbers<Plans.TaskRow>("t", Plans.TaskRow::row, (number, row) -> withRow(number, row, known)).numbered(merged.tasks()),
                new RowNumbers<Plans.TargetRow>("c", Plans.TargetRow::row, this::withRow).numbered(merged.targets()),
                new RowNumbers<Plans.RuleRow>("r", Plans.RuleRow::row, Corrections::withRow).numbered(merged.reporting()),
                numbered(DutyPart.DUTIES, merged),
                present(merged.recipients()),
                numbered(DutyPart.MEASURES, merged),
                numbered(DutyPart.OBJECTIVES, merged));
    }

    private List<Plans.Duty> numbered(DutyPart part, Plans.Content merged) {
        return new RowNumbers<Plans.Duty>(part.letter(), Plans.Duty::row, this::withRow).numbered(part.of(merged));
    }

    private static Set<String> namesIn(Plans.Content content) {
        var known = new HashSet<String>();
        content.tasks().forEach(row -> {
            row.lead().forEach(unit -> known.add(key(row.row(), unit.name())));
            row.coordinating().forEach(unit -> known.add(key(row.row(), unit.name())));
        });
        return known;
    }

    private static String key(String row, String name) {
        return row + "/" + name;
    }

    private Plans.TaskRow withRow(String number, Plans.TaskRow row, Set<String> known) {
        return new Plans.TaskRow(
                number, row.ordinal(), Objects.requireNonNullElse(row.title(), "").strip(), units(number, row.lead(), known),
                units(number, row.coordinating(), known), row.product(), row.budgetVnd(), row.due(), row.due() == null ? row.dueText() : null,
                row.dropped(), row.confirmed(), row.confidence(), row.reason(), row.source());
    }

    /** A unit that was added without a lead gets the one its name stands for. */
    private Plans.Duty withRow(String number, Plans.Duty row) {
        var unit = Objects.requireNonNullElse(row.unit(), "").strip();
        var lead = row.lead().isEmpty() && !unit.isEmpty() ? names.resolveAll(unit) : row.lead();
        return new Plans.Duty(
                number, unit, lead, Objects.requireNonNullElse(row.text(), "").strip(), row.decision(), row.became(), row.source(), row.heading());
    }

    private Plans.TargetRow withRow(String number, Plans.TargetRow row) {
        var owner = row.owner();
        var named = owner == null || owner.unit() != null || !owner.candidates().isEmpty() || owner.name() == null ? owner : names.resolve(owner.name().strip());
        return new Plans.TargetRow(
                number, row.group(), Objects.requireNonNullElse(row.name(), "").strip(), Objects.requireNonNullElse(row.operator(), ">="),
                row.value(), Objects.requireNonNullElse(row.unit(), ""), named, row.dataSource(), row.rhythm(), row.dropped(),
                row.confidence(), row.source());
    }

    private static Plans.RuleRow withRow(String number, Plans.RuleRow row) {
        return new Plans.RuleRow(
                number, row.frequency(), row.day(), row.month(), row.strict(), row.dayConfirmed(), row.reporter(), row.recipient(),
                present(row.owedBy()).stream().distinct().toList(), row.owedTo(), row.dropped(), row.source());
    }

    /** A name that was not in the row before is looked up, unless the reviewer said which unit it is. */
    private List<Plans.NamedUnit> units(String row, @Nullable List<Plans.NamedUnit> given, Set<String> known) {
        return present(given).stream()
                .map(unit -> {
                    var name = unit.name() == null ? "" : unit.name().strip();
                    if (unit.unit() == null && !name.isEmpty() && !known.contains(key(row, name))) {
                        return names.resolve(name);
                    }
                    return new Plans.NamedUnit(name, unit.unit(), present(unit.candidates()));
                })
                .toList();
    }

    private static <T> List<T> present(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
