package vn.dondoc.console.backend;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.console.settings.ConsoleSettings;

/** The services, and which of them answers what. */
public enum Service {

    PLAN,
    TASK,
    REPORTING,
    NOTIFICATION;

    /** The service that owns a path of the HTTP interface. */
    public static Optional<Service> owning(String path) {
        var capability = path.split("/", 4).length > 2 ? path.split("/", 4)[2] : "";
        return switch (capability) {
            case "organisation", "people", "plans", "directives", "proceedings" -> Optional.of(PLAN);
            case "tasks", "calendar" -> Optional.of(TASK);
            case "reports", "targets", "dashboards", "rankings" -> Optional.of(REPORTING);
            case "notifications", "urgings", "deliveries" -> Optional.of(NOTIFICATION);
            case "operations" -> named(path.split("/", 5).length > 3 ? path.split("/", 5)[3] : "");
            default -> Optional.empty();
        };
    }

    private static Optional<Service> named(String name) {
        return Stream.of(values()).filter(service -> name.equals(service.name().toLowerCase(Locale.ROOT) + "-service")).findFirst();
    }

    public URI url(ConsoleSettings settings) {
        return switch (this) {
            case PLAN -> settings.planUrl();
            case TASK -> settings.taskUrl();
            case REPORTING -> settings.reportingUrl();
            case NOTIFICATION -> settings.notificationUrl();
        };
    }
}
