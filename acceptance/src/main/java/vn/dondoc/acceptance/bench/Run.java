package vn.dondoc.acceptance.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** One run of the command: how much is measured, and where figures and progress go. */
final class Run {

    private final Size size;
    private final PrintStream figures;
    private final PrintStream progress;
    private final List<Figure> found = new ArrayList<>();

    Run(Size size, PrintStream figures, PrintStream progress) {
        this.size = size;
        this.figures = figures;
        this.progress = progress;
    }

    Size size() {
        return size;
    }

    void say(String text, Object... arguments) {
        progress.println("bench: " + text.formatted(arguments));
    }

    void found(Figure figure) {
        found.add(figure);
        figures.println(figure.json());
        figures.flush();
    }

    List<Figure> figures() {
        return List.copyOf(found);
    }
}
