package vn.dondoc.reporting.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.platform.time.DomainClock;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.ledger.Ledger;
import vn.dondoc.reporting.measurement.Shares;
import vn.dondoc.reporting.plan.Plans;
import vn.dondoc.reporting.system.ToldElsewhere;

@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    Boards boards(Plans plans, Directory directory, ToldElsewhere told) {
        return new Boards(plans, directory, told);
    }

    @Bean
    ProgrammeBoards programmeBoards(Plans plans, Facts facts, Directory directory) {
        return new ProgrammeBoards(plans, facts, directory);
    }

    @Bean
    Tally.Present present(Cells cells, Facts facts, Shares shares, DomainClock clock) {
        return new Tally.Present(cells, new Computed(facts, shares), new Ages(facts::overdue, System::nanoTime), clock);
    }

    @Bean
    Trends trends(Ledger ledger, Directory directory) {
        return new Trends(ledger, directory);
    }
}
