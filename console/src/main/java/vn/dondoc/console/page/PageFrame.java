package vn.dondoc.console.page;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Refused;
import vn.dondoc.console.backend.Service;
import vn.dondoc.console.clock.DomainClock;
import vn.dondoc.console.settings.ConsoleSettings;
import vn.dondoc.console.signin.CurrentUser;
import vn.dondoc.console.signin.SignedIn;
import vn.dondoc.contracts.api.Notifications;

/** What stands around every page; templates call it {@code frame}. */
@Component
public class PageFrame {

    private final Backend backend;
    private final Directory directory;
    private final DomainClock clock;
    private final boolean local;
    private final String htmx;
    private final String echarts;
    private final String swagger;

    PageFrame(
            Backend backend,
            Directory directory,
            DomainClock clock,
            ConsoleSettings settings,
            @Value("${console.assets.htmx}") String htmx,
            @Value("${console.assets.echarts}") String echarts,
            @Value("${console.assets.swagger}") String swagger) {
        this.backend = backend;
        this.directory = directory;
        this.clock = clock;
        this.local = settings.isLocal();
        this.htmx = htmx;
        this.echarts = echarts;
        this.swagger = swagger;
    }

    public @Nullable SignedIn user() {
        return CurrentUser.find().orElse(null);
    }

    public Who who() {
        return directory.who();
    }

    /** How many notifications wait; null while notification-service cannot say. */
    public @Nullable Long unread() {
        try {
            return backend.get(Service.NOTIFICATION, "/api/notifications/unread", Notifications.Unread.class).unread();
        } catch (Refused away) {
            return null;
        }
    }

    /** The shifted day of the domain clock; null while it runs with the system's. */
    public @Nullable LocalDate shiftedTo() {
        return local && clock.isShifted() ? clock.today() : null;
    }

    /** The present day by the domain clock. */
    public LocalDate today() {
        return clock.today();
    }

    public boolean local() {
        return local;
    }

    public String language() {
        return LocaleContextHolder.getLocale().getLanguage();
    }

    /** A fresh idempotency key for a form: sent twice, it is one command. */
    public String key() {
        return UUID.randomUUID().toString();
    }

    public String htmx() {
        return htmx;
    }

    public String echarts() {
        return echarts;
    }

    public String swagger() {
        return swagger;
    }
}
