package vn.dondoc.console.apidocs;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The interfaces as {@code contracts} describes them: a page, and the two files themselves. */
@Controller
class InterfaceController {

    private static final String HTTP = "openapi.yaml";
    private static final String EVENTS = "asyncapi.json";

    @GetMapping("/api-docs")
    String page(Model model) {
        model.addAttribute("http", new ClassPathResource(HTTP).exists());
        model.addAttribute("events", new ClassPathResource(EVENTS).exists());
        return "api-docs";
    }

    @GetMapping("/openapi.yaml")
    ResponseEntity<Resource> http() {
        return file(HTTP, MediaType.APPLICATION_YAML);
    }

    @GetMapping("/asyncapi.json")
    ResponseEntity<Resource> events() {
        return file(EVENTS, MediaType.APPLICATION_JSON);
    }

    private static ResponseEntity<Resource> file(String name, MediaType type) {
        var file = new ClassPathResource(name);
        return file.exists() ? ResponseEntity.ok().contentType(type).body(file) : ResponseEntity.notFound().build();
    }
}
