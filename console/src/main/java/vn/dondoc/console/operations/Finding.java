package vn.dondoc.console.operations;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.dondoc.contracts.api.Operations;

/**
 * Something the services found when they looked at themselves.
 *
 * @param services that found the same
 * @param link the page where it is mended or looked into; null where that is not in the console
 */
public record Finding(Operations.Finding found, List<String> services, @Nullable String link) {

    private static final Map<String, String> LINKS = Map.of(
            "UNIT_WITHOUT_HEAD", "/organisation", "POSITION_WITHOUT_CONTACT", "/organisation", "OBLIGATION_WITHOUT_RECIPIENT", "/gaps",
            "MESSAGE_WITHOUT_RECIPIENT", "/gaps", "CHANNEL_DOWN", "/operations/deliveries", "TASK_WITHOUT_LEAD", "/organisation");

    /** Of all services, the same of several once, the worst first. */
    static List<Finding> together(Collection<Operations.Checks> checks) {
        var services = new LinkedHashMap<Operations.Finding, List<String>>();
        checks.forEach(one -> one.findings().forEach(found -> services.computeIfAbsent(found, _ -> new java.util.ArrayList<>()).add(one.service())));
        return services.entrySet().stream().map(one -> new Finding(one.getKey(), List.copyOf(one.getValue()), link(one.getKey(), one.getValue())))
                .sorted(Comparator.comparing((Finding one) -> one.found().severity())).toList();
    }

    private static @Nullable String link(Operations.Finding found, List<String> services) {
        return switch (found.code()) {
            case "CALENDAR_MISSING" -> "/calendar/" + Objects.requireNonNull(found.figure());
            case "DEAD_LETTERS" -> "/operations/" + services.getFirst() + "/dead-letters";
            default -> LINKS.get(found.code());
        };
    }

    /** The figure as it stands in its sentence: digits only, a year is no amount. */
    public String said() {
        var figure = found.figure();
        return figure == null ? "–" : Long.toString(figure);
    }

    /** In class names of the page. */
    public String severity() {
        return found.severity().code();
    }
}
