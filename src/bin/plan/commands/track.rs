//! `plan track`: how far the targets of a plan are met.

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

use anyhow::{Result, anyhow, bail};
use plan::{
    analysis::Analysis,
    render::{self, words::Lang},
    source::{Media, Overrides},
    track::{self, Map, Observations, Options, Progress},
};

use crate::{
    args::{Medium, Observed, Track, TrackFormat},
    chinese,
    corpus::Item,
    file, input, output,
};

/// Runs `plan track`.
pub(crate) fn run(args: &Track) -> Result<ExitCode> {
    let Some(observed) = &args.observed.path else {
        bail!(
            "say what was observed: --observed FILE, a table with the columns indicator, year, value, unit or a later report"
        );
    };
    let stdin = Path::new("-");
    if args.targets == stdin && observed == stdin {
        bail!("standard input can be read once: give a file for the plan or for what was observed");
    }
    let format = format(args)?;
    let inputs = || args.observed.map.iter().chain([&args.targets, observed]).map(PathBuf::as_path);
    for to in args.output.iter().chain(&args.write_map) {
        file::refuse_inputs(to, inputs())?;
    }
    let plan = input::side(&args.targets, args.medium.overrides())?.analysis;
    let mut progress = progress(&plan, &args.observed, &args.medium)?;
    if let Some(to) = &args.write_map {
        file::write(to, render::yaml::value(&Map::draft(&progress)).as_bytes())?;
        if !args.quiet {
            output::say(&format!("plan: {} drafted; look at the scores before you give it with --map", to.display()));
        }
    }
    match format {
        TrackFormat::Table => reword(&mut progress, args.language.of_people()),
        TrackFormat::Xlsx => reword(&mut progress, args.language.of_office()),
        TrackFormat::Csv | TrackFormat::Json => {}
    }
    write(&progress, format, args)?;
    let errors = progress.problems.iter().filter(|problem| problem.kind.is_error()).count();
    if errors > 0 && format != TrackFormat::Table {
        output::say(&format!("plan: {}: {errors} rows could not be used; {}", observed.display(), listed(format)));
    }
    Ok(ExitCode::SUCCESS)
}

/// Says what could not be used in the language of those who read it.
pub(super) fn reword(progress: &mut Progress, lang: Lang) {
    let told = |message: &str| chinese::told_in(lang, message).into_owned();
    progress.problems.iter_mut().for_each(|problem| problem.message = told(&problem.message));
}

fn listed(format: TrackFormat) -> &'static str {
    match format {
        TrackFormat::Csv => "the table (--format table), json and xlsx list them",
        _ => "the result lists them under problems",
    }
}

fn write(progress: &Progress, format: TrackFormat, args: &Track) -> Result<()> {
    let to = args.output.as_deref();
    match format {
        TrackFormat::Csv => file::deliver(to, &render::track::csv(progress), true),
        TrackFormat::Json => file::deliver(to, &render::json::value(progress), false),
        TrackFormat::Table => {
            let width = output::width(to.is_some());
            file::deliver(to, &render::track::table(progress, width, args.language.of_people(), args.all), false)
        }
        TrackFormat::Xlsx => workbook(progress, args),
    }
}

#[cfg(feature = "xlsx")]
fn workbook(progress: &Progress, args: &Track) -> Result<()> {
    let Some(to) = args.output.as_deref().filter(|to| *to != Path::new("-")) else {
        bail!("a workbook is written to a file; give one with -o FILE");
    };
    let book = render::xlsx::progress(progress, args.language.of_office());
    file::write(to, &book.map_err(|error| anyhow!("{}: {error}", to.display()))?)
}

#[cfg(not(feature = "xlsx"))]
fn workbook(_: &Progress, _: &Track) -> Result<()> {
    bail!("this build of plan writes no workbooks; build it with the feature xlsx")
}

/// How far the targets of `plan` are met by what `observed` names.
pub(super) fn progress(plan: &Analysis, observed: &Observed, medium: &Medium) -> Result<Progress> {
    let path = observed.path.as_deref().unwrap_or(Path::new("-"));
    let map = match &observed.map {
        None => Map::default(),
        Some(path) => Map::parse(&input::text(path)?).map_err(|error| anyhow!("{}: {error}", path.display()))?,
    };
    let options = Options { as_of: observed.as_of, map };
    let progress = track::track(plan, observations(path, observed.sheet.as_deref(), medium)?, &options);
    if let Some(path) = &observed.map {
        options.map.check(&progress).map_err(|error| anyhow!("{}: {error}", path.display()))?;
    }
    Ok(progress)
}

/// The rows of a table or workbook, or what a report tells as done.
fn observations(path: &Path, sheet: Option<&str>, medium: &Medium) -> Result<Observations> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "xlsx" | "xlsm" => observed_book(path, sheet),
        _ if sheet.is_some() => bail!("--sheet goes with a workbook; {} is none", path.display()),
        "csv" | "tsv" | "tab" => {
            let overrides = Overrides { media: Some(Media::Text), ..medium.overrides() };
            let document = input::document(&Item::file(path), overrides)?;
            Observations::of_rows(&document.name, &document.text)
                .map_err(|error| anyhow!("{}: {error}", path.display()))
        }
        "xls" | "xlsb" | "et" | "ods" => bail!(
            "{}: workbooks of this kind are not read; save it as .xlsx or the sheet as CSV and give that file",
            path.display()
        ),
        _ => Ok(Observations::of_results(&input::side(path, medium.overrides())?.analysis)),
    }
}

#[cfg(feature = "xlsx")]
fn observed_book(path: &Path, sheet: Option<&str>) -> Result<Observations> {
    let name = input::name(path);
    let found = Observations::of_workbook(&name, &input::bytes(path)?, sheet)
        .map_err(|error| anyhow!("{}: {error}", path.display()))?;
    if !found.passed_over().is_empty() {
        let sheets = found.passed_over().join(", ");
        output::say(&format!("plan: {name}: sheets without columns for observations were passed over: {sheets}"));
    }
    Ok(found)
}

#[cfg(not(feature = "xlsx"))]
fn observed_book(path: &Path, _: Option<&str>) -> Result<Observations> {
    bail!(
        "{}: this build of plan reads no workbooks; build it with the feature xlsx, or save the sheet as CSV and give that file",
        path.display()
    )
}

/// The format asked for; else by the name of the output file; else a table.
fn format(args: &Track) -> Result<TrackFormat> {
    let (Some(path), None) = (&args.output, args.format) else { return Ok(args.format.unwrap_or(TrackFormat::Table)) };
    match path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).as_deref() {
        Some("csv") => Ok(TrackFormat::Csv),
        None | Some("json") => Ok(TrackFormat::Json),
        Some("xlsx") => Ok(TrackFormat::Xlsx),
        Some("txt") => Ok(TrackFormat::Table),
        Some(other) => {
            bail!("{}: no format is known by the ending `.{other}`; say which with --format", path.display())
        }
    }
}
