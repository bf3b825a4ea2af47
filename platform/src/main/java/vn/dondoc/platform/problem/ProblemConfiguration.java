package vn.dondoc.platform.problem;

import java.util.List;
import java.util.Locale;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Sentences: the platform's bundle, and the service's own {@code messages}. */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {

    /** Vietnamese is the language of the base bundles. */
    public static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

    @Bean
    @ConditionalOnMissingBean(name = "messageSource")
    MessageSource messageSource() {
        var source = new ResourceBundleMessageSource();
        source.setBasenames("messages", "vn/dondoc/platform/problems");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
        source.setDefaultLocale(VIETNAMESE);
        return source;
    }

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(VIETNAMESE, Locale.ENGLISH));
        resolver.setDefaultLocale(VIETNAMESE);
        return resolver;
    }

    @Bean
    Problems problems(MessageSource messageSource) {
        return new Problems(messageSource);
    }

    @Bean
    ProblemAdvice problemAdvice(Problems problems) {
        return new ProblemAdvice(problems);
    }
}
