"""The content as a workbook and back: kinds of rows, cells, a merge of three, all or nothing."""
