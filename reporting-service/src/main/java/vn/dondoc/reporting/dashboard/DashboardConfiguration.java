package vn.dondoc.reporting.dashboard;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.access.Directory;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.plan.Plans;

@Configuration(proxyBeanMethods = false)
class DashboardConfiguration {

    @Bean
    Boards boards(Cells cells, Plans plans, Directory directory) {
        return new Boards(cells, plans, directory);
    }
}
