package vn.dondoc.console.memory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.contracts.memory.MemoryAtRest;

/** The console at rest gives memory back. */
@Configuration(proxyBeanMethods = false)
class MemoryConfiguration {

    @Bean
    MemoryAtRest memoryAtRest() {
        return MemoryAtRest.watching();
    }
}
