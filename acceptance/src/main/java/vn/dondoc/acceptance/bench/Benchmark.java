package vn.dondoc.acceptance.bench;

/** One measurement by its name. Another one is another class, and a line in {@link Benchmarks}. */
interface Benchmark {

    /** What it is asked for by. */
    String name();

    /** One sentence for the help and the page: what is measured against what. */
    String told();

    /** Measures and hands over figures; ends everything it started. */
    void run(Run run) throws Exception;
}
