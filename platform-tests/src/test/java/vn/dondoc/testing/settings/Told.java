package vn.dondoc.testing.settings;

/**
 * What one module says of a variable.
 *
 * @param path of the setting in the module's configuration; empty for what code reads from the environment by its name
 * @param usual the default; empty for none
 * @param values what it may be
 * @param local whether it is refused outside of local runs
 * @param needed who does not do without it there; empty where it may be left out
 */
record Told(String module, String variable, String path, String usual, String values, boolean secret, boolean local, String needed, String words) {}
