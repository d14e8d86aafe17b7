"""The style sheet: everything that Fusion and the palette do not draw as we want it.

Sizes of type are in points at the officer's text size; pixels are for hairlines, corners and gaps only.
Controls are told apart by a `look` property: primary, quiet, card, notice.
"""

from amparo.ui.theme.tokens import CONTROL_PX, PRIMARY_PX, SECTION_PT, TITLE_PT, VERBATIM_PT, Tokens


def style_sheet(look: Tokens, scale: float) -> str:
    """The sheet for these colours, with text at `scale` times its own size."""
    return _TEXT.format_map(
        {name: getattr(look, name) for name in look.__dataclass_fields__}
        | {
            "title": f"{TITLE_PT * scale:.1f}pt",
            "section": f"{SECTION_PT * scale:.1f}pt",
            "verbatim": f"{VERBATIM_PT * scale:.1f}pt",
            "control_whole": f"{CONTROL_PX - 2}px",
            "control_focus": f"{CONTROL_PX - 4}px",
            "control": f"{CONTROL_PX - 14}px",
            "primary": f"{PRIMARY_PX - 14}px",
        }
    )


_TEXT = """
QToolTip {{ background: {surface}; color: {ink}; border: 1px solid {line}; padding: 6px; }}
QLabel {{ background: transparent; }}
QLabel[look="title"] {{ font-size: {title}; font-weight: bold; }}
QLabel[look="section"] {{ font-size: {section}; font-weight: bold; }}
QLabel[look="situation"] {{ font-size: {verbatim}; }}
QLabel[look="number"] {{ font-size: {title}; font-weight: bold; }}
QLabel[look="emergency"] {{ font-size: {title}; font-weight: bold; color: {danger}; }}
QLabel[look="danger"] {{ color: {danger}; font-weight: bold; }}
QLabel[look="quiet"] {{ color: {quiet}; }}
QLabel[look="state"] {{ color: {ink}; font-weight: bold; }}

QFrame[look="card"] {{ background: {surface}; border: 1px solid {line}; border-radius: 10px; }}
QFrame[look="sign"] {{ background: {surface}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[look="sign"]:focus {{ border: 2px solid {accent}; }}
QFrame[look="bar"] {{ background: {surface}; border: none; border-top: 1px solid {line}; }}
QFrame[look="column"] {{ background: {surface}; border: none; border-right: 1px solid {line}; }}
QFrame[look="notice"] {{ background: {warning_soft}; border: 1px solid {warning}; border-radius: 8px; }}
QFrame[look="notice"] QLabel {{ color: {warning}; }}
QFrame[look="news"] {{ background: {accent_soft}; border: 1px solid {accent}; border-radius: 8px; }}
QTableView {{ background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 8px; }}
QTableView::item {{ padding: 4px 10px; border: none; border-bottom: 1px solid {line}; }}
QTableView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QTableView:focus {{ border: 2px solid {accent}; }}
QHeaderView {{ background: {surface}; border: none; }}
QHeaderView::section {{
    background: {surface}; color: {quiet}; border: none; border-bottom: 1px solid {line}; padding: 6px 10px;
}}
QLabel[look="warning"] {{
    color: {warning}; background: {warning_soft}; border: 1px solid {warning}; border-radius: 8px;
    padding: 8px 14px;
}}
QScrollArea, QScrollArea > QWidget > QWidget[look="page"] {{ background: {ground}; border: none; }}

QPushButton, QToolButton {{
    background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 8px;
    padding: 6px 14px; min-height: {control};
}}
QToolButton[look="icon"] {{ padding: 6px 9px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {accent}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{
    background: {accent_soft}; color: {accent}; border-color: {accent};
}}
QPushButton:disabled, QToolButton:disabled {{ color: {quiet}; background: {ground}; border-color: {line}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {accent}; padding: 5px 13px; }}
QToolButton[look="icon"]:focus {{ padding: 5px 8px; }}
QPushButton[look="primary"] {{
    background: {accent}; color: {on_accent}; border: 1px solid {accent}; font-weight: bold;
    min-height: {primary}; padding: 6px 20px;
}}
QPushButton[look="primary"]:hover {{ border-color: {ink}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {ink}; padding: 5px 19px; }}
QPushButton[look="primary"]:disabled {{ background: {line}; color: {quiet}; border-color: {line}; }}
QPushButton[look="choice"] {{ text-align: left; padding: 0; min-height: 0; }}
QPushButton[look="choice"]:focus {{ padding: 0; }}
QPushButton[look="choice"][verdict="right"] {{ background: {good_soft}; border-color: {good}; }}
QPushButton[look="choice"][verdict="chosen"] {{ background: {warning_soft}; border-color: {warning}; }}
QLabel[look="reason"][verdict="right"] {{ color: {good}; }}
QLabel[look="reason"][verdict="chosen"] {{ color: {warning}; }}
QLabel[look="reason"][verdict="other"] {{ color: {quiet}; }}
QPushButton[look="link"] {{
    background: transparent; border: 1px solid transparent; color: {accent};
    text-align: left; padding: 4px 6px;
}}
QPushButton[look="link"]:hover {{ text-decoration: underline; }}
QPushButton[look="link"]:focus {{ border: 2px solid {accent}; padding: 3px 5px; }}
QToolButton[look="navigation"] {{
    background: transparent; border: 2px solid transparent; border-radius: 8px;
    padding: 6px 12px; min-height: {control}; text-align: left;
}}
QToolButton[look="navigation"]:hover {{ background: {accent_soft}; }}
QToolButton[look="navigation"]:checked {{ background: {accent_soft}; color: {accent}; font-weight: bold; }}
QToolButton[look="navigation"]:focus {{ border-color: {accent}; padding: 6px 12px; }}

QLineEdit, QComboBox {{
    background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 8px;
    padding: 0 12px; min-height: {control_whole};
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QLineEdit:focus, QComboBox:focus {{
    border: 2px solid {accent}; padding: 0 11px; min-height: {control_focus};
}}
QComboBox QLineEdit, QComboBox QLineEdit:focus {{
    border: none; padding: 0; min-height: 0; background: transparent;
}}
QLineEdit QToolButton {{ border: none; padding: 0; min-height: 0; background: transparent; }}
QComboBox::drop-down {{ border: none; width: 28px; }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {line}; padding: 4px; outline: none;
    selection-background-color: {accent_soft}; selection-color: {accent};
}}
QRadioButton, QCheckBox {{
    spacing: 10px; padding: 6px; min-height: {control}; border: 2px solid transparent; border-radius: 8px;
}}
QRadioButton::indicator, QCheckBox::indicator {{
    width: 14px; height: 14px; border: 2px solid {quiet}; border-radius: 9px; background: {surface};
}}
QRadioButton::indicator:checked {{ width: 8px; height: 8px; border: 5px solid {accent}; }}
QCheckBox::indicator {{ border-radius: 4px; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {accent}; }}
QRadioButton:checked, QCheckBox:checked {{ color: {accent}; }}

QTreeView, QListView {{
    background: transparent; border: 2px solid transparent; border-radius: 8px; outline: none;
    show-decoration-selected: 1;
}}
QTreeView:focus, QListView:focus {{ border-color: {accent}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTreeView::item, QListView::item {{ padding: 6px 4px; border: none; }}
QTreeView::item:hover, QListView::item:hover {{ background: {accent_soft}; color: {ink}; }}
QTreeView::item:selected, QListView::item:selected {{ background: {accent_soft}; color: {accent}; }}

QTextBrowser {{
    background: transparent; border: 2px solid transparent; border-radius: 8px;
    selection-background-color: {accent}; selection-color: {on_accent};
}}
QTextBrowser:focus {{ border-color: {accent_soft}; }}
QSplitter::handle {{ background: transparent; }}
QProgressBar {{ background: {line}; border: none; border-radius: 4px; max-height: 8px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 4px; }}

QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {line}; border-radius: 5px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {quiet}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
