package vn.dondoc.console.reminder;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Gaps;
import vn.dondoc.contracts.api.MessageTemplates;
import vn.dondoc.contracts.api.ReminderRules;
import vn.dondoc.contracts.api.UrgedWeeks;
import vn.dondoc.contracts.id.UnitId;

/** The calls of notification-service on rules, gaps and weeks. */
@Component
class ReminderCalls {

    private static final String RULES = "/api/notifications/rules/{unit}";

    private final Backend backend;

    ReminderCalls(Backend backend) {
        this.backend = backend;
    }

    ReminderRules.Rules rules(UnitId unit) {
        return backend.get(Service.NOTIFICATION, RULES, ReminderRules.Rules.class, unit.value());
    }

    ReminderRules.Rules change(UnitId unit, ReminderRules.Wanted wanted, long version) {
        return backend.put(Service.NOTIFICATION, RULES, wanted, version, ReminderRules.Rules.class, unit.value());
    }

    ReminderRules.Preview preview(UnitId unit, ReminderRules.Wanted wanted) {
        return backend.post(Service.NOTIFICATION, RULES + "/preview", wanted, null, ReminderRules.Preview.class, unit.value());
    }

    MessageTemplates.All templates() {
        return backend.get(Service.NOTIFICATION, "/api/notifications/templates", MessageTemplates.All.class);
    }

    MessageTemplates.Preview template(String key) {
        return backend.get(Service.NOTIFICATION, "/api/notifications/templates/{key}", MessageTemplates.Preview.class, key);
    }

    Gaps.Found gaps() {
        return backend.get(Service.NOTIFICATION, "/api/notifications/gaps", Gaps.Found.class);
    }

    UrgedWeeks.Week week(UnitId unit, @Nullable LocalDate day) {
        return backend.get(
                Service.NOTIFICATION, "/api/notifications/weeks/{unit}", Query.none().with("week", day), ParameterizedTypeReference.forType(UrgedWeeks.Week.class),
                unit.value());
    }
}
