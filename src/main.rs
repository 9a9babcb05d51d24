//! The `crosscheck` binary: hands the arguments to the command line room and returns its exit status.

fn main() -> std::process::ExitCode {
    crosscheck::cli::run()
}
