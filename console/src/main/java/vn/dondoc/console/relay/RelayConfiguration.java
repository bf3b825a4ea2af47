package vn.dondoc.console.relay;

import jakarta.servlet.Servlet;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelayConfiguration {

    @Bean
    ServletRegistrationBean<ApiServlet> api(ApiServlet servlet) {
        return registered(servlet, "api", "/api/*");
    }

    @Bean
    ServletRegistrationBean<LiveServlet> live(LiveServlet servlet) {
        return registered(servlet, "live", LiveServlet.DASHBOARD, LiveServlet.INBOX);
    }

    private static <T extends Servlet> ServletRegistrationBean<T> registered(T servlet, String name, String... paths) {
        var registration = new ServletRegistrationBean<>(servlet, paths);
        registration.setName(name);
        registration.setAsyncSupported(true);
        return registration;
    }
}
