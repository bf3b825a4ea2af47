package vn.dondoc.plan.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import vn.dondoc.contracts.api.Plans;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.plan.naming.UnitNames;

/** Collects the names of units in a draft, each once, with what they may stand for. */
final class NamesInDraft {

    private final UnitNames names;
    private final MessageSource messages;
    private final Map<String, Found> found = new LinkedHashMap<>();

    private static final class Found {

        private final String name;
        private final Set<String> rows = new LinkedHashSet<>();
        private final Set<UnitId> units = new LinkedHashSet<>();
        private boolean open;

        Found(String name) {
            this.name = name;
        }
    }

    NamesInDraft(UnitNames names, MessageSource messages) {
        this.names = names;
        this.messages = messages;
    }

    List<Plans.NameInDraft> of(Plans.Content content, Described.Names called, Locale locale) {
        content.tasks().stream().filter(row -> !row.dropped()).forEach(row -> {
            row.lead().forEach(unit -> add(row.row(), unit));
            row.coordinating().forEach(unit -> add(row.row(), unit));
        });
        content.duties().stream().filter(duty -> duty.decision() == null)
                .forEach(duty -> duty.lead().forEach(unit -> add(String.valueOf(duty.row()), unit)));
        content.targets().stream().filter(row -> !row.dropped() && row.owner() != null).forEach(row -> add(row.row(), row.owner()));
        content.reporting().stream().filter(row -> !row.dropped()).forEach(row -> {
            addText(row.row(), row.reporter(), row.owedBy());
            addText(row.row(), row.recipient(), row.owedTo() == null ? List.of() : List.of(row.owedTo()));
        });
        var all = new ArrayList<Plans.NameInDraft>();
        found.values().forEach(one -> all.add(view(one, called, locale)));
        all.sort(Comparator.comparing(one -> !one.open()));
        return List.copyOf(all);
    }

    private void add(String row, Plans.@Nullable NamedUnit unit) {
        if (unit != null && !unit.name().isBlank()) {
            var one = at(row, unit.name());
            if (unit.unit() == null) {
                one.open = true;
            } else {
                one.units.add(unit.unit());
            }
        }
    }

    private void addText(String row, @Nullable String name, List<UnitId> units) {
        if (name != null && !name.isBlank()) {
            var one = at(row, name);
            one.open |= units.isEmpty();
            one.units.addAll(units);
        }
    }

    private Found at(String row, String name) {
        var one = found.computeIfAbsent(UnitNames.keyOf(name), key -> new Found(name));
        one.rows.add(row);
        return one;
    }

    private Plans.NameInDraft view(Found one, Described.Names called, Locale locale) {
        var candidates = names.explained(one.name).stream()
                .map(candidate -> new Plans.Candidate(
                        candidate.unit(), called.of(candidate.unit()), candidate.why().code(),
                        messages.getMessage("why." + candidate.why().code(), null, locale)))
                .toList();
        return new Plans.NameInDraft(
                one.name, List.copyOf(one.rows), one.open, names.isCollective(one.name), List.copyOf(one.units), candidates, names.kindOf(one.name));
    }
}
