package vn.dondoc.reporting.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;
import vn.dondoc.reporting.measurement.Shares;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    Boards boards(Cells cells, Plans plans, Facts facts, Shares shares, Directory directory) {
        return new Boards(cells, plans, new Computed(facts, shares), directory);
    }
}
