package vn.dondoc.notification.template;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.dondoc.platform.store.CollectionSetup;

@Configuration(proxyBeanMethods = false)
class TemplateConfiguration {

    @Bean
    CollectionSetup templateVersionCollection() {
        return CollectionSetup.of(TemplateBook.COLLECTION);
    }
}
