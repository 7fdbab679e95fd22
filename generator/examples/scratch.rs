//! scratch
use generator::markdown::*;
use generator::source::*;
fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    if args.len() == 1 && args[0].ends_with(".md") || args.len() == 1 && args[0].ends_with(".txt") {
        let text = std::fs::read_to_string(&args[0]).unwrap();
        let (d, g) = read(FileId(0), &text);
        for s in &d.sections {
            println!("{} {:?}", "#".repeat(s.level as usize), s.heading.plain);
            for b in &s.blocks {
                match b {
                    Block::Paragraph(t) => println!(
                        "  P {:?} links={:?}",
                        t.plain,
                        t.links.iter().map(|l| &l.target).collect::<Vec<_>>()
                    ),
                    Block::Table(t) => {
                        println!("  T {:?}", t.header.iter().map(|c| &c.plain).collect::<Vec<_>>());
                        for r in &t.rows {
                            println!("    R {:?}", r.cells.iter().map(|c| &c.plain).collect::<Vec<_>>());
                        }
                    }
                    Block::Code(c) => println!(
                        "  C {} {:?} ann={:?}",
                        c.language,
                        c.text,
                        c.annotation.as_ref().map(|a| &a.text)
                    ),
                    Block::Annotation(a) => println!("  A {:?}", a.text),
                    Block::Include(i) => println!("  I {}", i.path),
                }
            }
        }
        println!("{g:?}");
        return;
    }
    // corpus scan
    let mut n = 0;
    let mut diags = std::collections::BTreeMap::<&str, Vec<String>>::new();
    let t = std::time::Instant::now();
    for d in &args {
        for e in walkdir::WalkDir::new(d) {
            let e = e.unwrap();
            if e.path().extension().is_some_and(|x| x == "md") {
                let text = std::fs::read_to_string(e.path()).unwrap();
                n += 1;
                let (d, g) = read(FileId(0), &text);
                for x in g {
                    diags.entry(x.code).or_default().push(e.path().display().to_string());
                }
                for s in &d.sections {
                    for b in &s.blocks {
                        if let Block::Paragraph(p) = b {
                            if p.plain.contains("|-") || p.plain.contains("|:-") || p.plain.matches('|').count() > 4 {
                                diags.entry("pipes in paragraph").or_default().push(format!(
                                    "{} {:?}",
                                    e.path().display(),
                                    p.plain.chars().take(200).collect::<String>()
                                ));
                            }
                        }
                    }
                }
            }
        }
    }
    println!("{n} files {:?}", t.elapsed());
    for (k, v) in diags {
        println!("{k}: {}", v.len());
        for x in v.iter().take(40) {
            println!("   {x}");
        }
    }
}
