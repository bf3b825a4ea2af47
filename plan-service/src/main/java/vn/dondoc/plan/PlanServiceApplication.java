package vn.dondoc.plan;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps the directory of the province, reads plan documents and publishes plans. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class PlanServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PlanServiceApplication.class, arguments);
    }
}
