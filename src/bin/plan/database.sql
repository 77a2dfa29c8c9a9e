CREATE INDEX statements_of_document ON statements (sha256);
CREATE INDEX statements_by_id ON statements (id);
CREATE TABLE sections (sha256 TEXT, section TEXT, parent TEXT, level TEXT, label TEXT, title TEXT, line INTEGER,
    PRIMARY KEY (sha256, section));
CREATE TABLE tasks (sha256 TEXT, id TEXT, section TEXT, number TEXT, task TEXT, lead TEXT, support TEXT, persons TEXT, due TEXT,
    due_year INTEGER, due_month INTEGER, theme TEXT, line INTEGER, start INTEGER, "end" INTEGER);
CREATE INDEX tasks_of_document ON tasks (sha256);
CREATE TABLE worded (sha256 TEXT, indicator_key TEXT, indicator_name TEXT, measure TEXT, given TEXT, year INTEGER, section TEXT,
    quote TEXT, line INTEGER, "column" INTEGER, end_line INTEGER, end_column INTEGER, start INTEGER, "end" INTEGER, page INTEGER);
CREATE INDEX worded_of_document ON worded (sha256);
CREATE TABLE tables (sha256 TEXT, number INTEGER, label TEXT, caption TEXT, line INTEGER, header TEXT, rows TEXT, missing INTEGER,
    PRIMARY KEY (sha256, number));
CREATE VIRTUAL TABLE search USING fts5 (indicator, sentence, content = 'statements', tokenize = 'trigram');
CREATE TRIGGER statement_comes AFTER INSERT ON statements BEGIN
    INSERT INTO search (rowid, indicator, sentence) VALUES (new.rowid, new.indicator, new.sentence);
END;
CREATE TRIGGER statement_goes AFTER DELETE ON statements BEGIN
    INSERT INTO search (search, rowid, indicator, sentence) VALUES ('delete', old.rowid, old.indicator, old.sentence);
END;
