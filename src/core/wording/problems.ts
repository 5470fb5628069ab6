/**
 * Every problem that a person can meet: its stable code, how grave it is, and its sentence
 * (what happened; what to do next). Placeholders in braces are filled in by the place that reports it.
 */
export const PROBLEMS = {
  TABLE_NOT_FOUND: {
    severity: "error",
    sentence:
      "没有找到任务表。查找的是同时含有“部门名称”“目录清单已认领的主项数”和“监管行为覆盖率”等表头的工作表；请打开附件2所在的工作表后再点一次。",
  },
  TABLE_AMBIGUOUS: {
    severity: "error",
    sentence: "当前工作表不是任务表，而这些工作表里都有：{sheets}。请先打开要计算的那一张，再点一次。",
  },
  SHEET_NOT_FOUND: { severity: "error", sentence: "没有名为“{sheet}”的工作表。请核对工作表名称。" },
  COLUMN_MISSING: {
    severity: "error",
    sentence:
      "任务表缺少“{column}”一列，无法计算。请补上这一列，或把表头改回附件2的写法；表里有这一列而表头写法不同的，也可以在面板里点“指定列”。",
  },
  COLUMN_AMBIGUOUS: {
    severity: "error",
    sentence: "{places}都叫“{column}”，分不清哪一列是目标，没有计算。请改掉其中一列的表头，或在面板里点“指定列”。",
  },
  NO_DEPARTMENTS: { severity: "error", sentence: "表头下面没有部门。请核对任务表是否完整。" },
  HEADER_TWICE: {
    severity: "warning",
    sentence: "“{column}”有不止一列，采用的是{used}这一列。如果不对，请改掉多余的表头，或在“核对”里更正。",
  },
  COLUMN_CHOICE_LOST: {
    severity: "warning",
    sentence:
      "以前把“{header}”一列指定为“{column}”，现在表里找不到这个表头，没有采用。表头改了的，请在“核对”里重新指定。",
  },
  COLUMN_CHOICES_DAMAGED: {
    severity: "warning",
    sentence: "工作簿里记住的列对应有读不出来的，这一次没有采用。请在“核对”里看一看各列认得对不对，不对的重新指定。",
  },
  COLUMN_CHOICE_FILLED: {
    severity: "error",
    sentence:
      "“{column}”已指定为表里的“{header}”一列，而加载项的这一列里已经填了数，没有改动。请把数移到“{header}”列并清空这一列，再重算；或者更正列对应。",
  },
  ROW_IGNORED: {
    severity: "warning",
    sentence: "这一行只有文字“{text}”，没有数，没有当作部门计算。如果是部门，请补上主项数。",
  },
  NAME_MISSING: {
    severity: "error",
    sentence: "这一行有数，但没有部门名称。请补上名称；补上之前这一行不计合计和排名。",
  },
  DEPARTMENT_TWICE: {
    severity: "error",
    sentence: "“{name}”出现了不止一次（{rows}）。请只保留一行；改好之前这几行不计合计和排名。",
  },
  CELL_ERROR: { severity: "error", sentence: "“{column}”是错误值 {value}。请改成整数，或留空表示待填报。" },
  COUNT_NOT_A_NUMBER: {
    severity: "error",
    sentence: "“{column}”填的是“{value}”，不是数。请改成整数，或留空表示待填报。",
  },
  COUNT_NEGATIVE: { severity: "error", sentence: "“{column}”是负数（{value}）。请改成 0 或正整数。" },
  COUNT_FRACTIONAL: { severity: "error", sentence: "“{column}”不是整数（{value}）。请改成整数。" },
  ACTUAL_EXCEEDS_CLAIMED: {
    severity: "error",
    sentence: "“{column}”是 {value}，多于已认领的主项数 {limit}。请核对这两个数。",
  },
  ACTUAL_EXCEEDS_DUE: { severity: "error", sentence: "“{column}”是 {value}，多于应认领数 {limit}。请核对这两个数。" },
  ONBOARDED_EXCEEDS_OFFICERS: {
    severity: "error",
    sentence: "“{column}”是 {value}，比执法人员数 {limit} 多 {surplus} 个账号。请清理多余的账号，或重新核对这两个数。",
  },
  DUE_BELOW_CLAIMED: {
    severity: "error",
    sentence: "“{column}”是 {value}，少于已认领的主项数 {limit}。请核对这两个数；两数相同时应认领数可以留空。",
  },
  DUE_WITHOUT_CLAIMED: {
    severity: "warning",
    sentence:
      "应认领 {value} 项，但已认领的主项数为 0，按目录清单都没有完成计算。请及时认领、编辑、发布（说明第4条）；认领之前实施清单和覆盖率暂不计算。",
  },
  ACTUAL_DASH: { severity: "warning", sentence: "“{column}”写的是“—”，但这个部门适用该指标，按待填报处理。请填上数。" },
  TARGET_UNREADABLE: {
    severity: "error",
    sentence: "“{column}”是“{value}”，不是百分数。请改成 35% 这样的写法；确实不适用的写“—”。",
  },
  TARGET_MISSING: {
    severity: "error",
    sentence: "“{column}”是空的，不知道目标是多少。请填上百分数；确实不考核的写“—”。",
  },
  TARGET_ZERO: {
    severity: "error",
    sentence: "“{column}”是 0%，没有这样的目标。请填上百分数；确实不考核的写“—”。",
  },
  TARGET_NEGATIVE: { severity: "error", sentence: "“{column}”是负数（{value}）。请改成 0% 到 100% 之间的百分数。" },
  TARGET_ABOVE_100: { severity: "error", sentence: "“{column}”超过 100%（{value}）。请改成 0% 到 100% 之间的百分数。" },
  TARGET_TOO_FINE: { severity: "error", sentence: "“{column}”（{value}）小数位太多。百分数最多保留两位小数，请改正。" },
  TARGET_WITHOUT_PERCENT: {
    severity: "error",
    sentence:
      "“{column}”写的是 {value}，没有百分号，按现在的设置不采用。请改成 {value}% 这样的写法；要把它当作百分数，请在面板“设置”里改“没有百分号的目标值”。",
  },
  SHEET_PROTECTED: {
    severity: "error",
    sentence: "这张工作表受保护，没有写入任何内容。请在“审阅”里撤销工作表保护后再点一次。",
  },
  WORKBOOK_STRUCTURE_PROTECTED: {
    severity: "error",
    sentence: "工作簿的结构受保护，不能新建工作表，没有写入任何内容。请在“审阅”里撤销工作簿保护后再点一次。",
  },
  SELF_TEST_SHEET_LEFT: {
    severity: "error",
    sentence: "自检用的工作表“{sheet}”没能删掉。请手工删除它；其他工作表没有改动。",
  },
  WORKBOOK_READ_ONLY: {
    severity: "error",
    sentence: "工作簿是以只读方式打开的，没有写入任何内容。请另存为一份，或关闭后重新打开再点一次。",
  },
  TABLE_MOVED: {
    severity: "error",
    sentence:
      "写入时有人正在改动这张表（插入、删除、移动或排序了行列，或改了表头、部门名称），为免写错位置，已停止，写入的内容已全部收回。请等对方改完，再点一次。",
  },
  LARGE_TABLE_MOVED: {
    severity: "error",
    sentence:
      "写入时有人移动了这张表的行列，或改了部门名称。表太大，写入的内容收不回，可能错了行。请等对方改完，再点一次“一键重算”，测算各列会重新写对；填报的数请核对一遍。",
  },
  SHEET_CHANGED_MEANWHILE: {
    severity: "error",
    sentence:
      "写入“{sheet}”时有人正在改动它（填写、插入、删除或移动了行列），为免丢掉对方的改动，已停止，写入的内容已收回。请等对方改完，再点一次；版面不整齐的，再生成一次就好。",
  },
  MANY_FORMULAS: {
    severity: "warning",
    sentence:
      "这张表有 {departments} 个部门，测算列写成公式，重算要分很多次传送，保存和打开也会变慢。要快一些，请在面板“设置”里把“测算列写入”改成“数值”，结果一样，只是改数后要再点一次“一键重算”。",
  },
  CELL_BEING_EDITED: {
    severity: "error",
    sentence: "有单元格正在编辑，没有写入任何内容。请按回车结束编辑后再点一次。",
  },
  SHEET_FULL: {
    severity: "error",
    sentence: "任务表右边没有足够的空列，插入会把最后几列的内容挤出工作表，所以没有写入。请清理最右边的列后再点一次。",
  },
  WRITE_FAILED: {
    severity: "error",
    sentence:
      "Excel 没有接受写入（{reason}），已经恢复到原样。请保存工作簿后再试一次；如果仍不行，请关闭并重新打开 Excel。",
  },
  NOT_RESTORED: {
    severity: "error",
    sentence:
      "Excel 在写入中途停止（{reason}），而且没能自动恢复。请点“撤销本次”；如果不行，请不保存关闭工作簿，再重新打开。",
  },
  READ_FAILED: { severity: "error", sentence: "Excel 没有交出数据（{reason}），没有写入任何内容。请稍后再试一次。" },
  TEXT_IN_OWN_COLUMN: {
    severity: "error",
    sentence:
      "这个单元格在本加载项的列里、表格之外，写有“{text}”，删除这些列会丢掉它，所以没有改动。请先把它移到别处，再点一次。",
  },
  RULE_NAME_TAKEN: {
    severity: "error",
    sentence:
      "这张工作表里已有名称“{name}”（内容是 {content}），不是本加载项写的，而本加载项要用这个名称存放扣分规则，所以没有写入任何内容。请在“公式”的“名称管理器”里把它改名或删除，再点一次。",
  },
  OWN_NAME_STRAYED: {
    severity: "warning",
    sentence:
      "本加载项用来认“{column}”列的隐藏名称指到了这一格，而这一列的表头是“{header}”，所以没有把它当作“{column}”，也不会改动或删除它。如果它就是“{column}”，请把表头改回去。",
  },
  NOTHING_TO_CLEAR: { severity: "error", sentence: "这张工作表里没有本加载项写入的内容，不用清除。" },
  NOTHING_TO_UNDO: { severity: "error", sentence: "没有可以撤销的操作。" },
  UNDO_FAILED: {
    severity: "error",
    sentence: "撤销没有完成（{reason}）。请再点一次“撤销本次”；如果仍不行，请不保存关闭工作簿，再重新打开。",
  },
  UNDO_OUTDATED: {
    severity: "error",
    sentence: "上次操作之后这张工作表又有变动，撤销会写错位置或丢掉改动，所以没有撤销。需要去掉标记时请用“清除标记”。",
  },
  UNDO_WOULD_DISCARD: {
    severity: "error",
    sentence:
      "上次操作之后“{column}”里已填了数，撤销会丢掉它们，所以没有撤销。需要去掉标记时请用“清除标记”，填报的数会保留。",
  },
  PRINT_AREA_LEFT: {
    severity: "warning",
    sentence:
      "这个 Excel 不让加载项取消打印区域，打印设置设的打印区域还在。要取消时，请在“页面布局”里点“打印区域”“取消打印区域”。",
  },
  MARKS_NOT_FOUND: { severity: "error", sentence: "这张工作表还没有算过，没有可打印的标记。请先点“一键重算”。" },
  COLUMNS_INCOMPLETE: {
    severity: "warning",
    sentence:
      "这张表的测算列不齐：由较早版本的加载项算过，或者有列被删去。请点“一键重算”，列和公式会补齐成现在的样子，不满意可以撤销。",
  },
  SETTINGS_DAMAGED: {
    severity: "warning",
    sentence: "工作簿里保存的设置“{setting}”读不出来，这一次按默认值计算。请在面板“设置”里核对，重新保存一次。",
  },
  ROWS_MOVED: {
    severity: "error",
    sentence:
      "上次重算之后表格里插入、删除或移动过行列，面板里的行和表里的对不上了，所以没有执行。请先点“一键重算”，再点一次。",
  },
  SETTINGS_NEWER: {
    severity: "error",
    sentence:
      "这个工作簿由更新版本的本加载项写过，本机的版本较旧，读不懂其中的设置，没有计算，也没有写入任何内容。请联系信息化维护人员升级加载项；急用的，请在已升级的电脑上操作。",
  },
  CHOICES_DAMAGED: {
    severity: "warning",
    sentence: "工作簿里记住的“{choices}”读不出来，这一次没有采用。请在面板“明细表”里重新指定。",
  },
  DETAIL_COLUMN_MISSING: {
    severity: "error",
    sentence: "“{kind}”缺少“{column}”一列，这张表没有采用。请补上这一列，或在面板“明细表”里指定它是哪一列。",
  },
  DETAIL_COLUMN_TWICE: {
    severity: "error",
    sentence:
      "“{kind}”里“{column}”有不止一列（{places}），分不清用哪一列，这张表没有采用。请改掉其中一列的表头，或在面板“明细表”里指定。",
  },
  DETAIL_KIND_TWICE: {
    severity: "error",
    sentence: "“{kind}”有不止一张：{sheets}。请只保留一张，或把内容合在一张里；改好之前都不采用。",
  },
  DETAIL_COLUMN_ABSENT: { severity: "warning", sentence: "“{kind}”没有“{column}”一列，{effect}。" },
  ID_NUMBER_COLUMN: {
    severity: "error",
    sentence:
      "这里有“{column}”一列。身份证号属于敏感个人信息，核对人员用执法证号就够了，所以没有读取这张表。请删除这一列后再试。",
  },
  DETAIL_EMPTY: {
    severity: "error",
    sentence:
      "这里没有可用的内容：没有找到监管事项、监管行为、执法人员或平台账号的表头。请核对文件，或用“插入明细模板”的表头。",
  },
  DEPARTMENT_UNKNOWN: {
    severity: "warning",
    sentence: "“{kind}”里的部门“{name}”（{rows} 行）不在任务表中，没有计入。请在面板里指定它是哪个部门，指定一次即可。",
  },
  STATE_UNKNOWN: {
    severity: "error",
    sentence:
      "“{column}”里的“{word}”（{rows} 行）不认识，有这个词的部门暂不从明细取这一项。请在面板里说明它算不算{meaning}。",
  },
  STATE_BLANK: { severity: "warning", sentence: "“{column}”有 {rows} 行空白，按没有完成计算。请补填。" },
  STATE_NOT_FILLED: {
    severity: "error",
    sentence: "“{column}”有 {rows} 行空白，分不清算不算{meaning}，这些部门的人数暂不从名册取。请补填。",
  },
  CASES_UNREADABLE: {
    severity: "error",
    sentence: "“办件数”是“{value}”，不是 0 或正整数，这个部门的覆盖率暂不从明细取。请改正这一格。",
  },
  CASES_WITHOUT_DATE: {
    severity: "warning",
    sentence: "只计任务期间办件时，“办件数”没有日期，不采用，只采用“监管行为记录”。",
  },
  DATE_UNREADABLE: { severity: "error", sentence: "“{column}”是“{value}”，不是日期。请改成 2025-09-01 这样的写法。" },
  CASE_UNMATCHED: {
    severity: "warning",
    sentence: "有 {rows} 条监管行为在“监管事项明细”里找不到对应事项（例如“{item}”），没有计入。请核对事项编码或名称。",
  },
  CASE_AMBIGUOUS: {
    severity: "warning",
    sentence: "监管行为“{item}”（{rows} 条）对应不止一个主项，没有计入。请填写事项编码。",
  },
  ITEM_NAME_MISSING: {
    severity: "error",
    sentence: "这一行没有主项名称和编码（共 {rows} 行）。请补上；补上之前这个部门的事项不从明细取。",
  },
  ITEM_AMBIGUOUS: {
    severity: "error",
    sentence:
      "主项“{item}”没有编码，而同名主项有不止一个编码，分不清是哪一个。请补上主项编码；补上之前这个部门的事项不从明细取。",
  },
  ITEM_NAMED_TWICE: { severity: "warning", sentence: "主项编码 {code} 有不同的名称，按同一个主项计算。请核对。" },
  ITEMS_DIFFER_FROM_CLAIMED: {
    severity: "warning",
    sentence: "{name}：明细有 {items} 个主项，表中已认领的主项数是 {claimed}。请核对。",
  },
  NUMBER_LOST: {
    severity: "error",
    sentence: "“{column}”是以数字存的，超过 15 位，末尾几位已经丢失。请把这一列设为文本，重新从平台导出或填写。",
  },
  OFFICER_NAME_MISSING: { severity: "error", sentence: "这一行没有姓名和执法证号（共 {rows} 行），没有计入。请补上。" },
  OFFICER_TWICE: {
    severity: "warning",
    sentence: "“{name}”在本部门登记了不止一次（{places}），按一人计算。请删去多余的行。",
  },
  OFFICER_IN_TWO_DEPARTMENTS: {
    severity: "warning",
    sentence: "“{name}”同时登记在{departments}，各部门都计入。请核对，不在岗的部门应注销其证件。",
  },
  CERTIFICATE_SHARED: {
    severity: "error",
    sentence: "执法证号 {number} 用在不止一个人身上（{names}）。请核对；改好之前这些部门的执法人员数不从名册取。",
  },
  OFFICERS_INDISTINCT: {
    severity: "error",
    sentence:
      "“{name}”在同一部门有不止一行，又没有执法证号，分不清是不是同一人。请补上执法证号；改好之前这个部门的执法人员数不从名册取。",
  },
  ACTUALS_DIFFER: {
    severity: "error",
    sentence: "有 {cells} 处明细的数与已填的数不同，没有写入。请在面板里逐项核对，选择用明细的数还是保留已填的数。",
  },
  ACTUAL_REPLACED: { severity: "warning", sentence: "“{column}”原来填的是 {typed}，已按明细改为 {detail}。" },
  FILE_ENCODING: {
    severity: "error",
    sentence:
      "文件的文字编码既不是 UTF-8 也不是 GBK/GB18030，没有导入任何内容。请在 Excel 中打开它，另存为“CSV UTF-8”后再导入。",
  },
  CSV_QUOTES: {
    severity: "error",
    sentence:
      "文件里的双引号不成对（从第 {row} 行起），后面的内容分不清，没有导入任何内容。请重新从平台导出，或在 Excel 中打开后另存为“CSV UTF-8”。",
  },
  IMPORT_NO_FILES: { severity: "error", sentence: "没有选择文件。请选择平台导出的 .csv 或 .xlsx 文件。" },
  IMPORT_NO_ROWS: {
    severity: "error",
    sentence: "文件里只有表头，没有数据行，没有导入任何内容。请核对导出时选的条件。",
  },
  IMPORT_CONTRADICTION: {
    severity: "error",
    sentence:
      "同一条“{kind}”在 {first} 和 {second} 写得不一样（这样的共 {rows} 条），没有导入任何内容。请核对哪一处是对的，删去另一处后再导入。",
  },
  IMPORT_SHEET_UNUSABLE: {
    severity: "error",
    sentence:
      "工作簿里已有名为“{sheet}”的工作表，但认不出它的表头，没有导入任何内容。请把这张工作表改名，或恢复它的表头。",
  },
  IMPORT_SHEET_FULL: {
    severity: "error",
    sentence:
      "导入后“{sheet}”会有 {rows} 行，超过 Excel 一张工作表的 1,048,576 行，没有导入任何内容。请分批导入，或先删去不再需要的行。",
  },
  INSERT_NOT_SUPPORTED: {
    severity: "error",
    sentence:
      "这个版本的 Excel 不能由加载项读取 .xlsx 文件。请在 Excel 中打开它，把工作表移动或复制到本工作簿，或另存为“CSV UTF-8”后再导入。",
  },
  FILE_DATES_DIFFER: {
    severity: "error",
    sentence:
      "文件里的日期从 {theirs} 年起算，本工作簿从 {ours} 年起算，同一个数表示的日期相差 4 年零 1 天，没有导入任何内容。请在 Excel 中打开这个文件，另存为“CSV UTF-8（逗号分隔）”，再导入存成的文件。",
  },
  INSERT_FAILED: {
    severity: "error",
    sentence:
      "Excel 没有接受这个文件（{reason}），没有导入任何内容。请在 Excel 中打开它，把工作表移动或复制到本工作簿，或另存为“CSV UTF-8”后再导入。",
  },
  INSERTED_SHEETS_LEFT: {
    severity: "error",
    sentence: "读取文件时临时插入的工作表没能删掉（{reason}）：{sheets}。请手工删除这些工作表。",
  },
  SHEET_NAME_TAKEN: {
    severity: "error",
    sentence: "工作簿里已有名为“{sheet}”的工作表（可能是隐藏的），没有写入任何内容。请把它改名后再点一次。",
  },
  TEMPLATES_STAND: {
    severity: "warning",
    sentence: "四张明细表都已经有了，没有再插入。请直接在这些表里填写，或导入平台导出的文件。",
  },
  NOTHING_TO_LIST: { severity: "warning", sentence: "已填报的部门没有差额，没有需要整改的事项，没有生成整改清单。" },
  LIST_COLUMN_MISSING: {
    severity: "error",
    sentence: "“{sheet}”缺少“{column}”一列，没有写入任何内容。请恢复这个表头，或把这张工作表改名后再点一次。",
  },
  LIST_COLUMN_TWICE: {
    severity: "error",
    sentence: "“{sheet}”里“{column}”有不止一列，没有写入任何内容。请改掉其中一列的表头后再点一次。",
  },
  HISTORY_NOT_COMPUTED: { severity: "error", sentence: "这张工作表还没有算过，没有可记入的数。请先点“一键重算”。" },
  HISTORY_NOTHING_REPORTED: { severity: "warning", sentence: "还没有部门填报，没有记入推进记录。请先填报，再点一次。" },
  HISTORY_NOT_RECOGNISED: {
    severity: "error",
    sentence: "工作簿里已有名为“推进记录”的工作表，但认不出它的表头，没有采用，也没有改动。请把它改名，或恢复表头。",
  },
  HISTORY_COLUMN_MISSING: {
    severity: "error",
    sentence: "“推进记录”缺少“{column}”一列，没有采用，也没有改动。请恢复这个表头，或把这张工作表改名。",
  },
  HISTORY_COLUMN_TWICE: {
    severity: "error",
    sentence: "“推进记录”里“{column}”有不止一列，没有采用，也没有改动。请改掉其中一列的表头。",
  },
  HISTORY_FAILED: {
    severity: "error",
    sentence: "程序出错，这一次没有记入推进记录。请在“总览”里点“记入推进记录”；仍不行时，请告诉维护人员。",
  },
  HISTORY_ROW_UNREADABLE: {
    severity: "warning",
    sentence: "这一行的“{column}”是“{value}”，读不出来，没有采用，也没有改动。请改正，或删去这一行。",
  },
  HISTORY_ROW_TWICE: {
    severity: "warning",
    sentence: "“{name}”{day} 已记在第 {row} 行，这一行没有采用，也没有改动。请删去其中一行。",
  },
  OWN_SHEET_DIFFERS: {
    severity: "warning",
    sentence:
      "“{sheet}”里有 {cells} 处与测算不一致，例如这一格显示“{excel}”，测算为“{assessment}”。请先点“一键重算”，再生成一次。",
  },
  CANCELLED: { severity: "warning", sentence: "已按要求停止，没有改动任何内容。" },
  NOBODY_BEHIND: {
    severity: "warning",
    sentence: "已填报的部门都已达标，没有生成通知单。需要全部部门的，请选“全部部门”。",
  },
  NOTICES_BAD_ROWS: {
    severity: "error",
    sentence: "{names}数据有误，没有生成通知单。请先按提示改正任务表里的数，再点一次。",
  },
  NOTICES_NOT_FOUND: { severity: "warning", sentence: "工作簿里没有本加载项生成的通知单，不用移去。" },
  SAMPLE_NOT_OPENED: {
    severity: "error",
    sentence:
      "Excel 没有打开示例（{reason}），当前工作簿没有改动。请稍后再点一次；如果仍不行，请直接打开附件2所在的工作簿，点“一键重算”。",
  },
  UNFINISHED_REMOVED: {
    severity: "warning",
    sentence: "上一次操作中途断了（例如 Excel 意外关闭），当时插入、还没有填内容的 {columns} 个空白列已经删去。",
  },
  PLACE_GONE: { severity: "error", sentence: "找不到 {place}，它可能已被删除或改名。请再点一次“一键重算”。" },
} as const satisfies Record<string, { severity: "error" | "warning"; sentence: string }>;
