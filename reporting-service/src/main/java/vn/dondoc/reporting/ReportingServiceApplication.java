package vn.dondoc.reporting;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service of reports and dashboards. */
@SpringBootApplication
public class ReportingServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ReportingServiceApplication.class, arguments);
    }
}
