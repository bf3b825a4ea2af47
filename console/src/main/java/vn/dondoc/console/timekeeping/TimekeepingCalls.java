package vn.dondoc.console.timekeeping;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import vn.dondoc.console.backend.Backend;
import vn.dondoc.console.backend.Query;
import vn.dondoc.console.backend.Service;
import vn.dondoc.contracts.api.Organisation;
import vn.dondoc.contracts.id.UnitId;

/** The calls of plan-service on settings and calendars. */
@Component
class TimekeepingCalls {

    private static final String SETTINGS = "/api/organisation/settings/{id}";
    private static final String CALENDAR = "/api/organisation/calendars/{id}/{year}";

    private final Backend backend;

    TimekeepingCalls(Backend backend) {
        this.backend = backend;
    }

    Organisation.Settings settings(UnitId unit) {
        return backend.get(Service.PLAN, SETTINGS, Organisation.Settings.class, unit.value());
    }

    Organisation.Settings change(UnitId unit, Organisation.SettingsWanted wanted, long version) {
        return backend.put(Service.PLAN, SETTINGS, wanted, version, Organisation.Settings.class, unit.value());
    }

    Organisation.Calendar calendar(UnitId province, int year) {
        return backend.get(Service.PLAN, CALENDAR, Organisation.Calendar.class, province.value(), year);
    }

    Organisation.CalendarRows rows(UnitId province, int year, Resource file) {
        var path = "/api/organisation/calendars/" + province.value() + "/" + year + "/rows";
        return backend.upload(Service.PLAN, path, file, Query.none(), Organisation.CalendarRows.class);
    }

    Organisation.Calendar set(UnitId province, int year, Organisation.CalendarWanted wanted, long version) {
        return backend.put(Service.PLAN, CALENDAR, wanted, version, Organisation.Calendar.class, province.value(), year);
    }
}
