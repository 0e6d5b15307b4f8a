import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs bpmnlint over the drawings; without Node it says so and lets the build go on.
 *
 * <p>Run by the build: {@code java LintDrawings.java <folder of drawings>}.
 */
class LintDrawings {

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]).toRealPath();
    var npm = File.separatorChar == '\\' ? "npm.cmd" : "npm";
    try {
      run(folder, List.of(npm, "--version"));
    } catch (IOException e) {
      System.out.println("bpmnlint skipped, because Node.js (npm) was not found");
      return;
    }
    if (!isInstalled(folder) && run(folder, List.of(npm, "ci", "--no-audit", "--no-fund")) != 0) {
      System.out.println("npm ci failed in " + folder + " (expected: a reachable npm registry)");
      System.exit(1);
    }
    if (run(folder, List.of(npm, "run", "--silent", "lint")) != 0) {
      System.out.println("bpmnlint found errors in the drawings, see above");
      System.exit(1);
    }
  }

  /** True when the modules on disk are those of the lock file. */
  private static boolean isInstalled(Path folder) throws IOException {
    var marker = folder.resolve("node_modules/.package-lock.json");
    return Files.exists(marker)
        && Files.getLastModifiedTime(marker)
                .compareTo(Files.getLastModifiedTime(folder.resolve("package-lock.json")))
            >= 0;
  }

  private static int run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    var quiet = command.contains("--version");
    builder.redirectOutput(
        quiet ? ProcessBuilder.Redirect.DISCARD : ProcessBuilder.Redirect.INHERIT);
    return builder.start().waitFor();
  }
}
