package vn.dondoc.console.backend;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import vn.dondoc.console.settings.ConsoleSettings;

/** The services, and which of them answers what. */
public enum Service {

    PLAN,
    TASK,
    REPORTING,
    NOTIFICATION;

    /** The service that owns a path of the HTTP interface. */
    public static Optional<Service> owning(String path) {
        var parts = path.split("/", 5);
        var capability = parts.length > 2 ? parts[2] : "";
        return switch (capability) {
            // Each service has its own; which one is meant stands in the path
            case "operations" -> parts.length > 3 ? named(parts[3]) : Optional.empty();
            case "organisation", "plans" -> Optional.of(PLAN);
            case "tasks" -> Optional.of(TASK);
            case "reports", "dashboards" -> Optional.of(REPORTING);
            case "notifications" -> Optional.of(NOTIFICATION);
            default -> Optional.empty();
        };
    }

    private static Optional<Service> named(String name) {
        return Arrays.stream(values()).filter(service -> name.equals(service.name().toLowerCase(Locale.ROOT) + "-service")).findFirst();
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
