package vn.dondoc.plan.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.dondoc.contracts.api.Operations.Finding;
import vn.dondoc.contracts.api.Operations.Severity;
import vn.dondoc.contracts.id.UnitId;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.check.SelfCheck;
import vn.dondoc.platform.time.DomainClock;

/** Whether days off and make-up days are known: of this year, and of the next one once the government has usually announced them. */
@Component
class CalendarCheck implements SelfCheck {

    /** Lịch nghỉ Tết is decided in autumn for the year that follows. */
    private static final int ANNOUNCED = 10;

    private final Directory directory;
    private final DomainClock clock;

    CalendarCheck(Directory directory, DomainClock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "calendars";
    }

    @Override
    public List<Finding> look(Set<UnitId> provinces) {
        var today = clock.today();
        var found = new ArrayList<Finding>();
        tell(found, provinces, today.getYear(), Severity.WARNING);
        if (today.getMonthValue() >= ANNOUNCED) {
            tell(found, provinces, today.getYear() + 1, today.getMonthValue() < 12 ? Severity.ADVICE : Severity.WARNING);
        }
        return found;
    }

    private void tell(List<Finding> found, Set<UnitId> provinces, int year, Severity severity) {
        var without = provinces.stream().filter(province -> directory.calendar(province, year).isEmpty()).map(directory::nameOf).sorted().toList();
        if (!without.isEmpty()) {
            found.add(new Finding("CALENDAR_MISSING", severity, without.size(), without.stream().limit(EXAMPLES).toList(), (long) year));
        }
    }
}
