package vn.dondoc.console.backend;

import java.net.URI;
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
        var capability = path.split("/", 4).length > 2 ? path.split("/", 4)[2] : "";
        return switch (capability) {
            case "organisation", "plans" -> Optional.of(PLAN);
            case "tasks" -> Optional.of(TASK);
            case "reports", "dashboards" -> Optional.of(REPORTING);
            case "notifications" -> Optional.of(NOTIFICATION);
            default -> Optional.empty();
        };
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
