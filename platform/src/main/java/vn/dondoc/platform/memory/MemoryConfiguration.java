package vn.dondoc.platform.memory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.contracts.memory.MemoryAtRest;

/** A service at rest gives memory back. */
@Configuration(proxyBeanMethods = false)
public class MemoryConfiguration {

    @Bean
    MemoryAtRest memoryAtRest() {
        return MemoryAtRest.watching();
    }
}
