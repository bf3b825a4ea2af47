package vn.dondoc.task;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the service of assignments and deadlines. */
@SpringBootApplication
public class TaskServiceApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TaskServiceApplication.class, arguments);
    }
}
