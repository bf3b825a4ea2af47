package vn.dondoc.console.page;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame and its formats. */
@ControllerAdvice(annotations = Controller.class)
class PageHelpers {

    private final PageFrame frame;
    private final Display display;

    PageHelpers(PageFrame frame, Display display) {
        this.frame = frame;
        this.display = display;
    }

    @ModelAttribute("frame")
    PageFrame frame() {
        return frame;
    }

    @ModelAttribute("display")
    Display display() {
        return display;
    }
}
