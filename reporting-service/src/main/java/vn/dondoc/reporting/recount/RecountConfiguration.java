package vn.dondoc.reporting.recount;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.reporting.cells.Cells;
import vn.dondoc.reporting.facts.Facts;

@Configuration(proxyBeanMethods = false)
class RecountConfiguration {

    @Bean
    Recount recount(Facts facts, Cells cells) {
        return new Recount(facts, cells);
    }
}
